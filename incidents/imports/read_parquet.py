"""Read Parquet and GeoParquet."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from incidents.errors import Problem, shown
from incidents.imports.raw import MOST_PROBLEMS, Raw
from incidents.imports.source import Source


def read_parquet(source: Source) -> Raw:
    """Read a Parquet file: text as text, numbers as float64, times as ISO 8601 text, points as longitude and latitude.

    Raises
    ------
    PackageError
        It is damaged, larger than the limits when unpacked, or a column is of a kind that no cell can hold.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    limits = source.limits
    with source.open() as handle:
        try:
            with pq.ParquetFile(handle) as file:
                about = file.metadata
                if about.num_rows > limits.rows:
                    source.refuse(
                        f"has {about.num_rows} rows, the limit is {limits.rows}",
                        "split the file, or raise the limit (rows)",
                    )
                if len(file.schema_arrow) > limits.columns or about.num_columns > limits.columns:
                    source.refuse(
                        f"has {about.num_columns} columns, the limit is {limits.columns}",
                        "remove columns, or raise the limit (columns)",
                    )
                if sum(about.row_group(at).total_byte_size for at in range(about.num_row_groups)) > limits.unpacked:
                    source.refuse("unpacks to too much", "split the file, or raise the limit (unpacked)")
                schema = file.schema_arrow
                _known(source, schema)
                texts = [
                    field.name
                    for field in schema
                    if pa.types.is_string(field.type) or pa.types.is_large_string(field.type)
                ]
            handle.seek(0)
            table = pq.read_table(handle, read_dictionary=texts, use_threads=False)
            _check_texts(source, table, texts)
            frame = pd.DataFrame({name: _column(table.column(name), name) for name in table.column_names}, copy=False)
        except (pa.ArrowException, OSError, ValueError, KeyError, MemoryError) as err:
            source.refuse(
                "cannot be read as Parquet",
                f"write it again with pandas or pyarrow ({str(err).splitlines()[0][:80] if str(err) else 'damaged'})",
            )
    given, rows, problems = len(frame), np.arange(2, len(frame) + 2), []
    if "geometry" in frame and "longitude" not in frame:
        frame, rows, problems = _points(source, frame, rows)
    frame = frame.drop(columns="geometry", errors="ignore")
    geo = b"geo" in (schema.metadata or {})
    return Raw(frame, rows, given, {"format": "geoparquet" if geo else "parquet"}, problems)


def _known(source: Source, schema: Any) -> None:
    """Refuse columns that are no cells."""
    import pyarrow.types as kinds

    doubles = [name for name in schema.names if schema.names.count(name) > 1]
    if doubles:
        source.refuse("two columns have this name", "rename or remove one of them", row=1, column=doubles[0])
    good = (kinds.is_string, kinds.is_large_string, kinds.is_integer, kinds.is_floating, kinds.is_decimal, kinds.is_boolean,
            kinds.is_timestamp, kinds.is_date, kinds.is_null, kinds.is_dictionary)  # fmt: skip
    for field in schema:
        if not any(test(field.type) for test in good) and not (
            field.name == "geometry" and kinds.is_binary(field.type)
        ):
            source.refuse(f"this column holds {field.type}", "write it as text or numbers", column=field.name)


def _check_texts(source: Source, table: Any, texts: list[str]) -> None:
    """Refuse text that a few bytes of dictionary would blow up."""
    import pyarrow.compute as pc

    total = 0
    for name in texts:
        for chunk in table.column(name).chunks:
            if not hasattr(chunk, "dictionary"):
                continue
            lengths = pc.binary_length(chunk.dictionary)
            if (pc.max(lengths).as_py() or 0) > source.limits.field_chars:
                source.refuse(
                    "a field is too long", f"keep fields to at most {source.limits.field_chars} characters", column=name
                )
            total += pc.sum(lengths.take(chunk.indices)).as_py() or 0
    if total > source.limits.unpacked:
        source.refuse("unpacks to too much", "split the file, or raise the limit (unpacked)")


def _column(values: Any, name: str) -> pd.Series:
    import pyarrow as pa

    kind = values.type
    if pa.types.is_dictionary(kind):
        values, kind = values.cast(kind.value_type), kind.value_type
    if name == "geometry":
        return pd.Series(values.to_pylist(), dtype="object")
    if pa.types.is_timestamp(kind) or pa.types.is_date(kind):
        return _times(values.to_pandas(), zoned=getattr(kind, "tz", None) is not None, days=pa.types.is_date(kind))
    if pa.types.is_boolean(kind) or pa.types.is_null(kind):
        return pd.Series(["" if value is None else str(value).upper() for value in values.to_pylist()], dtype="str")
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return pd.Series(values.to_pandas(), dtype="str").fillna("")
    return pd.Series(values.cast(pa.float64()).to_numpy(), dtype="float64")


def _times(values: pd.Series, *, zoned: bool, days: bool) -> pd.Series:
    """Return times as ISO 8601 text, with Z only where the file says which zone they are in; parts of a second stay, for the check to refuse."""
    if days:
        return pd.Series(
            ["" if value is None or value != value else value.isoformat()[:10] for value in values], dtype="str"
        )
    times = values.dt.tz_convert("UTC") if zoned else values
    zone = "Z" if zoned else ""
    text = times.dt.strftime(f"%Y-%m-%dT%H:%M:%S{zone}").astype("str").fillna("")
    parts = (times.dt.microsecond * 1000 + times.dt.nanosecond).fillna(0).astype(int)
    if not parts.any():
        return text
    pairs = zip(text.tolist(), parts.tolist(), strict=True)
    whole = [f"{value.removesuffix('Z')}.{part:09}".rstrip("0") + zone if part else value for value, part in pairs]
    return pd.Series(whole, dtype="str")


def _points(source: Source, frame: pd.DataFrame, rows: np.ndarray) -> tuple[pd.DataFrame, np.ndarray, list[Problem]]:
    """Return the records that have a point, with longitude and latitude, and one problem for each of the others."""
    import shapely

    given = frame["geometry"]
    try:
        shapes = shapely.from_wkb(given.to_numpy(), on_invalid="ignore")
    except (shapely.errors.ShapelyError, TypeError, ValueError):
        shapes = np.full(len(given), None)
    missing = shapely.is_missing(shapes)
    if missing.all() and given.notna().any():
        source.refuse(
            "the geometry is not WKB",
            "write it with GeoPandas, or as columns longitude and latitude",
            column="geometry",
        )
    good = (shapely.get_type_id(shapes) == 0) & ~shapely.is_empty(shapes)
    problems = [
        Problem(
            source.name,
            int(rows[at]),
            "geometry",
            "" if missing[at] else shown(shapes[at].wkt),
            ("cannot be read as WKB" if given.iat[at] else "is empty")
            if missing[at]
            else "is not a point with two numbers",
            "give it a point of longitude and latitude",
        )
        for at in np.flatnonzero(~good)[:MOST_PROBLEMS]
    ]
    shapes, frame = shapes[good], frame[good].reset_index(drop=True)
    return frame.assign(longitude=shapely.get_x(shapes), latitude=shapely.get_y(shapes)), rows[good], problems
