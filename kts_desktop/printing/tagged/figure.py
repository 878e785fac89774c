"""Pictures with the words that stand for them."""

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName
from reportlab.platypus import Flowable

from kts_desktop.printing.tagged.canvas import TaggedCanvas
from kts_desktop.printing.tagged.structure import Node, Path


class Figure(Flowable):
    """Any flowable shown as one picture; raises ValueError without an alternative text.

    The text states the finding, not the look.
    """

    canv: TaggedCanvas

    def __init__(self, flowable: Flowable, alt: str, *, within: Path = ()) -> None:
        super().__init__()
        if not alt.strip():
            raise ValueError("a figure needs an alternative text")
        self.inner = flowable
        self.hAlign = getattr(flowable, "hAlign", "LEFT")
        self.path = (*within, Node("Figure", alt=alt))

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Take the size of the picture."""
        self.width, self.height = self.inner.wrap(width, height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the picture as one marked content with its box."""
        canvas = self.canv
        element = canvas.tree.resolve(self.path)
        corners = (*canvas.absolutePosition(0, 0), *canvas.absolutePosition(self.width, self.height))
        box = PDFArray([round(value, 2) for value in corners])
        element.attributes["Layout"] = {"BBox": box, "Placement": PDFName("Block")}
        canvas.begin_marked(element)
        self.inner.drawOn(canvas, 0, 0)
        canvas.end_marked()
