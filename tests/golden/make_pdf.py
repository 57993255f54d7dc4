"""Makes andes-docket.pdf: one page with a text layer.

Run once, in a throwaway environment with reportlab (BSD licence): python make_pdf.py peru/andes-docket.pdf
The bytes are the same on each run (invariant mode: the file bears no clock).
"""

import sys

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=17, leading=21, spaceAfter=6)
SMALL = ParagraphStyle("small", fontName="Helvetica-Oblique", fontSize=9, leading=12, spaceAfter=6)
BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=11, leading=15, spaceAfter=8)

TEXT = [
    (HEAD, "Counting Peru's dead"),
    (SMALL, "Andes Docket. Weekly briefing, 16 June 2023. By Rosalind Achterberg"),
    (SMALL, "Made for a demonstration: this briefing, the Wiñay network, the pollster and the spokesman are invented."),
    (BODY,
     ("By the end of May 2023 the protests in Peru had cost 69 lives, according to the rights network Wiñay. "
     "Security forces killed 49 of them; the others died in road accidents at blockades or for want of care. "
     "In the city of Juliaca alone, 18 people were killed on 9 January, the network says. "
     "The health ministry puts the number for that day at 17.")),
    (BODY,
     ("Congress removed President Pedro Castillo from office on 7 December 2022. "
     "A week later the government declared a state of emergency of 30 days throughout the country.")),
    (BODY,
     ("Prosecutors opened an inquiry into President Dina Boluarte and several ministers in January and summoned her "
     "for the first week of June. Abelardo Niñamango, a spokesman for the prosecutors, said that twelve officers had "
     "been questioned. Saturnina Ccahuana of Wiñay denied that any officer had been questioned.")),
    (BODY,
     ("Abroad, little has changed. Some 200 US soldiers arrived in June to train the police. "
     "Trade between Peru and China reached 37 billion dollars in 2021, by the account of the Chinese embassy. "
     "Peru expected to mine 2.8 million tonnes of copper in 2023.")),
    (BODY, "A poll by Tarpuy Opinión finds that 16 per cent approve of Boluarte."),
    (SMALL, "Andes Docket goes to subscribers each Friday. Please do not forward. Page 1 of 1"),
]  # fmt: skip


def main(path: str) -> None:
    """Write the page to `path`."""
    document = SimpleDocTemplate(
        path, pagesize=A4, leftMargin=25 * mm, rightMargin=25 * mm, topMargin=22 * mm, bottomMargin=20 * mm,
        title="Counting Peru's dead", author="Rosalind Achterberg", invariant=1,
    )  # fmt: skip
    document.build([part for style, words in TEXT for part in (Paragraph(words, style), Spacer(1, 2))])


if __name__ == "__main__":
    main(sys.argv[1])
