"""A small collection in five scripts and both directions: invented reports on one invented dam."""

from pathlib import Path

REPORTS = {
    "sadd.txt": (
        "انهيار سد تلمورا\n\n"
        "نوارة، 3 مارس 2031 - قالت وزيرة الداخلية سلمى نوارة يوم الاثنين إن 42 شخصا قتلوا في انهيار سد تلمورا.\n\n"
        "وأصيب 130 شخصا بجروح، بحسب الدفاع المدني. وأعلنت الحكومة (هيئة «ماء») حالة الطوارئ في إقليم تلمورا."
    ),
    "sekher.txt": (
        "קריסת סכר טלמורה\n\n"
        'שרת הפנים סלמה נוארה אמרה ב-3 במרץ 2031 כי 45 בני אדם נהרגו בקריסת סכר טלמורה (לפי "משמר הנהר").\n\n'
        "הממשלה הכריזה על מצב חירום במחוז טלמורה."
    ),
    "damm.txt": (
        "Dammbruch von Talmora\n\n"
        "Nauara, 4. März 2031. Beim Bruch des Damms von Talmora wurden am Montag 42 Menschen getötet, sagte "
        "Innenministerin Salma Nuwara. Mindestens 130 Menschen wurden verletzt.\n\n"
        "Die Regierung hat am Dienstag den Notstand in der Provinz Talmora verhängt. "
        "Der Direktor der Wasserbehörde, Edgar Brinkhof, trat am 4. März 2031 zurück."
    ),
    "presa.txt": (
        "Rotura de la presa de Talmora\n\n"
        "Nauara, 5 de marzo de 2031. Al menos 45 personas murieron el lunes en la rotura de la presa de Talmora, "
        "dijo la ministra del Interior, Selma Nuvara. Decenas de personas resultaron heridas.\n\n"
        "El Gobierno declaró el martes el estado de emergencia en la provincia de Talmora."
    ),
    "daba.txt": (
        "塔尔莫拉大坝溃决\n\n"
        "2031年3月4日，内政部长萨尔玛·努瓦拉表示，塔尔莫拉大坝溃决造成42人死亡，130人受伤。\n\n"
        "政府宣布塔尔莫拉省进入紧急状态。“我们将调查原因，”她说。"
    ),
}


def write(folder: Path) -> None:
    """Write the reports into a new folder, a file each."""
    folder.mkdir()
    for name, text in REPORTS.items():
        (folder / name).write_text(text + "\n", encoding="utf-8")
