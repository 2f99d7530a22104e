"""How ids, numbers and addresses are written, as regular expressions for whole cells (`CONTROL`: for any part)."""

ID = r"[a-z0-9]+(-{1,2}[a-z0-9]+)*"
NUMBER = r"-?[0-9]{1,18}(\.[0-9]{1,18})?"
INTEGER = r"-?[0-9]{1,18}(\.0{1,18})?"
URL = r"https?://[A-Za-z0-9.\-]+(:[0-9]{1,5})?([/?#][^\s<>\"\\^`{|}]*)?"
DOCUMENT = r"[A-Za-z0-9_][A-Za-z0-9_\-]*\.(txt|pdf)"
CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
