"""How ids, numbers and addresses are written, as regular expressions for whole cells (`CONTROL`: for any part; `BLANK`: characters that show nothing)."""

ID = r"[a-z0-9]+(-{1,2}[a-z0-9]+)*"
NUMBER = r"-?[0-9]{1,18}(\.[0-9]{1,18})?"
INTEGER = r"-?[0-9]{1,18}(\.0{1,18})?"
URL = r"https?://[A-Za-z0-9.\-]+(:[0-9]{1,5})?([/?#][^\s<>\"\\^`{|}]*)?"
DOCUMENT = r"[A-Za-z0-9_][A-Za-z0-9_\-]*\.(txt|pdf)"
CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
BLANK = " \t\n\r\x0b\x0c\x85\xa0\xad\u1680\u180e\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d\u2028\u2029\u202f\u205f\u2060\u2800\u3000\u3164\ufeff"
