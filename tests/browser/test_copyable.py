"""Texts to take along."""


def test_a_text_is_copied(open_map):
    """The button, by key as well, puts the citation into the clipboard, whole, and says so; no script is loaded for it."""
    opened = open_map("/about", ready=False)
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    block = opened.page.locator(".copyable").nth(1)
    block.wait_for()
    block.get_by_role("button", name="Copy").focus()
    opened.page.keyboard.press("Enter")
    block.get_by_text("Copied").wait_for()
    text = opened.page.evaluate("() => navigator.clipboard.readText()")
    assert text == block.locator("pre").text_content()
    assert text.startswith("@misc{")
    assert text.strip().endswith("}")
    loaded = opened.page.evaluate("() => performance.getEntriesByType('resource').map((each) => each.name).join()")
    assert "SyntaxHighlighter" not in loaded


def test_without_https_as_well(open_map):
    """Where the browser has no clipboard to write to, the text is selected and copied as by hand."""
    opened = open_map("/about", ready=False)
    opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
    block = opened.page.locator(".copyable").first
    block.wait_for()
    opened.page.evaluate(
        "() => Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })"
    )
    block.get_by_role("button", name="Copy").click()
    block.get_by_text("Copied").wait_for()
    opened.page.evaluate("() => { delete navigator.clipboard; }")
    copied = opened.page.evaluate("() => navigator.clipboard.readText()")
    assert copied.split() == block.locator("pre").text_content().split()
