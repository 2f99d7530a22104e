"""Texts that become code, markup or a formula where somebody forgets that they are text.

``@`` stands for the call that tells the sentinel that it ran: ``trip('TAG')``. ``#`` stands for the tag alone, in what runs nothing but
would be shown as something else than was typed.
"""

from __future__ import annotations

PAYLOADS = (
    # scripts and handlers in HTML
    "<script>@</script>",
    "</script><script>@</script>",
    "<SCRIPT SRC=data:text/javascript,@></SCRIPT>",
    "<script>@<!--",
    "--><script>@</script><!--",
    "<img src=x onerror=@>",
    '"><img src=x onerror=@>',
    "'><img src=x onerror=@>",
    "<img src=x onerror=@//",
    "<img/src=x/onerror=@>",
    "<IMG SRC=x OnErRoR=@>",
    "<svg onload=@>",
    "<svg><script>@</script></svg>",
    "<svg><animate onbegin=@ attributeName=x dur=1s>",
    '<svg><a href="javascript:@"><text y=20>#</text></a></svg>',
    '<svg><use href="data:image/svg+xml,<svg id=x onload=@ xmlns=http://www.w3.org/2000/svg></svg>%23x"></use></svg>',
    "<math><mtext><table><mglyph><style><img src=x onerror=@></style></mglyph></table></mtext></math>",
    "<noscript><p title=\"</noscript><img src=x onerror=@>\">",
    "<details open ontoggle=@>#</details>",
    "<video><source onerror=@></video>",
    "<audio src=x onerror=@>",
    "<body onload=@>",
    "<input autofocus onfocus=@>",
    "<select autofocus onfocus=@></select>",
    "<style onload=@></style>",
    "<link rel=stylesheet href=x onerror=@>",
    "<object data=x onerror=@></object>",
    "<iframe srcdoc=\"<script>parent.@</script>\"></iframe>",
    "<iframe src=\"javascript:parent.@\"></iframe>",
    "<embed src=\"javascript:@\">",
    "<form action=\"javascript:@\"><button>#</button></form>",
    "<button formaction=\"javascript:@\">#</button>",
    "<meta http-equiv=refresh content=\"0;url=javascript:@\">",
    "<base href=\"javascript:@//\">",
    "<a href=\"javascript:@\">#</a>",
    "<a href=\"JaVaScRiPt&colon;@\">#</a>",
    "<a href=\"data:text/html,<script>@</script>\">#</a>",
    "<p style=\"background:url(javascript:@)\">#",
    "<style>@import 'javascript:@';</style>",
    "</title><script>@</script>",
    "</textarea><script>@</script>",
    "</style><script>@</script>",
    "</desc></svg><script>@</script>",
    "]]><script>@</script>",
    "<![CDATA[<script>@</script>]]>",
    "&lt;script&gt;@&lt;/script&gt;",
    # attributes that are left open
    "\" onmouseover=@ x=\"",
    "' onmouseover=@ x='",
    "\" autofocus onfocus=@ tabindex=1 x=\"",
    "` onmouseover=@ x=`",
    # JavaScript literals
    "${@}",
    "`${@}`",
    "${`${@}`}",
    "`+@+`",
    "\\`;@;//",
    "\\${@}",
    "';@;//",
    "\";@;//",
    "\\';@;//",
    "\u2028@\u2028//",
    "\u2029@//",
    "*/@/*",
    "</script>${@}`;@//",
    # templates
    "{{@}}",
    "{{constructor.constructor(\"@\")()}}",
    "{% print(\"#\") %}{{ 7*7 }}",
    "<%= @ %>",
    "#!{@}",
    # links of Markdown
    "[#](javascript:@)",
    "[#]( javascript&colon;@)",
    "![#](x\"onerror=\"@)",
    "[#](data:text/html;base64,PHNjcmlwdD50cmlwKDEpPC9zY3JpcHQ+)",
    "<javascript:@>",
    "[#]: javascript:@",
    "[#](https://elsewhere.example/#)",
    "![#](https://elsewhere.example/#.png)",
    # Markdown, LaTeX and Streamlit's directives
    "**#** _#_ ~~#~~ `#` # #",
    ":material/home: #",
    ":red[#] :blue-background[#] :small[#]",
    ":streamlit: # :rainbow[#] :smile:",
    "$\\href{javascript:@}{#}$",
    "$$\\htmlData{x=@}{\\text{#}}$$ $\\unicode{x41}$",
    "> # | a | b |",
    ":material_home: #",
    "-> # -- # >= 1 <- # <-> ~=",
    "https://elsewhere.example/# www.elsewhere.example #",
    # direction and invisible characters
    "\u202e#\u202c drowkcab",
    "\u2066#\u2069\u200b\u200d\ufeff",
    # formulas
    "=HYPERLINK(\"https://elsewhere.example/?#\",\"#\")",
    "+cmd|' /C calc'!A0 #",
    "-2+3+cmd|' /C calc'!A0 #",
    "@SUM(1+1)*cmd|' /C calc'!A0 #",
    "=1+1 #",
    # ways out of the folder, and of a query
    "../../../../etc/passwd #",
    "..%2f..%2fetc%2fpasswd #",
    "' OR '1'='1 #",
)  # fmt: skip


def tagged(payload: str, tag: str) -> str:
    """Return a payload with its call and its tag; a leading ``@SUM`` stays what a spreadsheet reads."""
    head, rest = ("@", payload[1:]) if payload.startswith("@SUM") else ("", payload)
    rest = rest.replace("@import", "\0import")
    return head + rest.replace("@", f"trip('{tag}')").replace("#", tag).replace("\0", "@")


def address(tag: str) -> str:
    """Return a web address that is allowed and leads nowhere, with a tag."""
    return f"https://elsewhere.example/?javascript:trip('{tag}')#onclick=trip('{tag}')"
