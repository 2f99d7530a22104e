"""Brings one pinned npm package into the cache folder and proves its hash."""

import base64
import hashlib
import json
import shutil
import subprocess
import tarfile
from pathlib import Path

from geodata.build.sources import NpmPackage
from geodata.errors import CallError, DataError

CACHE = Path(__file__).resolve().parents[2] / ".cache" / "geodata"


def fetch(package: NpmPackage, *, cache: Path = CACHE) -> Path:
    """Return the verified tarball of `package`, fetched with `npm pack` when the cache does not hold it.

    Parameters
    ----------
    package : NpmPackage
        Name, version and sha512 of the tarball.
    cache : Path
        Folder that keeps tarballs between builds; ignored by git.

    Raises
    ------
    CallError
        npm is not installed, or it could not fetch (no network).
    DataError
        The tarball is not the pinned one.
    """
    tarball = cache / f"{package.name.lstrip('@').replace('/', '-')}-{package.version}.tgz"
    if not tarball.exists():
        _npm_pack(package, cache)
    if not tarball.exists():
        raise CallError(f"npm pack {package.spec} left no file {tarball.name} in the cache; run it by hand to see why")
    found = base64.b64encode(hashlib.sha512(tarball.read_bytes()).digest()).decode()
    if found != package.integrity:
        raise DataError(
            f"{tarball.name}: sha512 is {found[:16]}…, pinned is {package.integrity[:16]}…; delete the file and build again"
        )
    return tarball


def read_json(tarball: Path, member: str) -> dict:
    """Parse the JSON file `member` (path below `package/`) of a tarball.

    Raises
    ------
    DataError
        The tarball has no such file.
    """
    with tarfile.open(tarball) as tar:
        try:
            return json.load(tar.extractfile(f"package/{member}"))
        except KeyError as err:
            raise DataError(f"{tarball.name}: no file {member!r} inside") from err


def _npm_pack(package: NpmPackage, cache: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise CallError("npm is not on PATH; install Node.js (it is needed to build geodata, not to run the map)")
    cache.mkdir(parents=True, exist_ok=True)
    command = [npm, "pack", package.spec, "--loglevel=error", "--pack-destination", str(cache)]
    try:
        subprocess.run(  # noqa: S603 - fixed words, no shell
            command, check=True, capture_output=True, text=True, timeout=300, cwd=cache
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as err:
        lines = [line for line in (err.stderr or "").splitlines() if line.startswith("npm error")]
        why = lines[0].removeprefix("npm error ") if lines else "it gave no reason"
        raise CallError(f"npm could not fetch {package.spec} ({why}); check the network and build again") from err
