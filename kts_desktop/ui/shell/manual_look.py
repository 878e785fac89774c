"""How a page of the manual looks: sizes, colours and tables of the theme in force."""

from collections.abc import Iterator

from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

from kts_desktop.ui.kit import theme
from kts_desktop.ui.kit.measure import BASE, px

_SIZES = {1: 23, 2: 17, 3: 15}  # of headings, designed at 100 %
_ABOVE = {1: 0, 2: 20, 3: 14}
_MARGIN = 24
_CODE = 13
_PERCENT = QTextLength.Type.PercentageLength


def dress(document: QTextDocument) -> None:
    """Give a document that was read from Markdown the type, colours and tables of the program."""
    document.setDefaultFont(theme.font())
    document.setDocumentMargin(px(_MARGIN))
    for block in _blocks(document):
        _dress_block(block)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame)


def headings(document: QTextDocument) -> list[tuple[int, str, int]]:
    """Return level, text and number of the block of each heading."""
    return [
        (block.blockFormat().headingLevel(), block.text(), block.blockNumber())
        for block in _blocks(document)
        if block.blockFormat().headingLevel()
    ]


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _dress_block(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    cursor = QTextCursor(block)
    spacing = QTextBlockFormat()
    if level:
        spacing.setTopMargin(px(_ABOVE.get(level, 12)))
        spacing.setBottomMargin(px(6))
    elif cursor.currentTable() is None:
        spacing.setBottomMargin(px(2 if _goes_on(block) else 8))
        spacing.setNonBreakableLines(False)
    cursor.mergeBlockFormat(spacing)
    tokens = theme.tokens()
    for start, length, look in _pieces(block):
        if level:
            look.clearProperty(QTextFormat.Property.FontSizeAdjustment)  # Qt's own growth of headings
            look.setFont(theme.font(_SIZES.get(level, BASE), QFont.Weight.Bold))
        if look.isAnchor():
            look.setForeground(QBrush(QColor(tokens.accent)))
        elif look.fontFixedPitch():
            look.setBackground(QBrush(QColor(tokens.hover)))
            look.setProperty(QTextFormat.Property.FontPixelSize, px(_CODE))
        cursor.setPosition(block.position() + start)
        cursor.setPosition(block.position() + start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(look)


def _goes_on(block: QTextBlock) -> bool:
    """Tell whether the next block belongs to the same list or to the same lines of code."""
    after = block.next()
    fence = QTextFormat.Property.BlockCodeLanguage
    both_code = all(one.blockFormat().hasProperty(fence) for one in (block, after))
    return both_code or (block.textList() is not None and after.textList() is not None)


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Return start, length and format; a copy, since the binding's own one goes with its piece."""
    return [(piece.start, piece.length, QTextCharFormat(piece.format)) for piece in block.textFormats()]


def _dress_table(table: QTextTable) -> None:
    tokens = theme.tokens()
    whole = table.format()
    whole.setBorder(1)
    whole.setBorderBrush(QBrush(QColor(tokens.border)))
    whole.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    whole.setBorderCollapse(True)
    whole.setCellPadding(px(5))
    whole.setWidth(QTextLength(_PERCENT, 100))
    whole.setBottomMargin(px(12))
    table.setFormat(whole)
    for column in range(table.columns()):
        head = table.cellAt(0, column)
        look = head.format()
        look.setBackground(QBrush(QColor(tokens.hover)))
        head.setFormat(look)
