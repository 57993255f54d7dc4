"""News agencies of the world by the names they sign with: national, international, church, economic and sport.

Names and abbreviations are facts; the list is our own. Whether one signs where it stands, others tell.
"""

AGENCIES = frozenset(
    {
        # international and supranational
        "afp", "agence france-presse", "agence france presse", "ap", "associated press", "the associated press",
        "aptn", "reuters", "thomson reuters", "dpa", "deutsche presse-agentur", "dpa-afx", "efe", "agencia efe",
        "upi", "united press international", "bloomberg", "bloomberg news", "dow jones", "dow jones newswires",
        "inter press service", "ips", "pressenza",
        # german-speaking countries
        "apa", "austria presse agentur", "dapd", "ddp", "adn", "epd", "evangelischer pressedienst", "kna",
        "katholische nachrichten-agentur", "sda", "keystone-sda", "ats", "sid", "kathpress", "awp", "afx",
        "kipa", "dts nachrichtenagentur", "pte", "pressetext",
        # Low Countries, Nordic and Baltic countries
        "anp", "belga", "novum", "ritzau", "ntb", "stt", "bns", "elta", "leta",
        # Romance Europe
        "ansa", "agi", "adnkronos", "askanews", "lapresse", "italpress", "agensir",
        "agenzia fides", "lusa", "agência lusa", "agência ecclesia", "europa press", "europapress", "servimedia",
        "colpisa", "otr press", "otr/press", "acn", "aica", "aci prensa", "agerpres",
        "mediafax", "rompres", "cna",
        # British Isles and Greece
        "press association", "pa media", "pa news agency", "ana-mpa", "amna", "cyprus news agency",
        # central and eastern Europe
        "čtk", "ctk", "tasr", "pap", "mti", "tanjug", "fonet",
        "makfax", "bta", "unian", "ukrinform", "interfax", "interfax-ukraine", "belta", "belapan",
        "moldpres", "ipn", "infotag", "tass", "itar-tass", "ria novosti", "novosti", "sputnik", "rosbalt", "kai",
        # Caucasus and central Asia
        "armenpress", "azertac", "kazinform", "akipress", "24.kg", "uza",
        # Middle East and Turkey
        "anadolu", "anadolu agency", "anadolu ajansı", "dha", "iha", "anf", "irna", "isna",
        "tasnim", "sana", "nna", "wafa", "maan", "ma'an", "kuna", "bna", "qna", "wam",
        "jta", "tps",
        # Africa
        "aps", "panapress", "apanews", "apa news", "gna", "sonna",
        "suna", "sapa", "angop", "cabo verde press", "inforpress", "ziana", "acp",
        "african press organization",
        # Asia and the Pacific
        "xinhua", "xinhua news agency", "new china news agency", "china news service", "kyodo", "kyodo news", "jiji",
        "jiji press", "yonhap", "newsis", "news1", "kcna", "focus taiwan", "pti", "ians",
        "press trust of india", "antara", "bernama", "vna", "pna", "akp",
        "aap", "australian associated press", "nzpa", "pacnews", "montsame", "bakhtar", "pajhwok",
        # Americas
        "andina", "agencia andina", "prensa latina", "notimex", "telam", "télam", "agencia télam",
        "noticias argentinas",
        "diarios y noticias", "agencia brasil", "agência brasil", "agência estado", "estadão conteúdo",
        "folhapress", "agência o globo", "agência senado", "agência câmara",
        "agencia boliviana de información", "colprensa", "upi chile", "uypress",
        "agencia ip", "alai", "alainet", "agencia pulsar", "adital", "acan-efe", "acan",
        "canadian press", "the canadian press", "la presse canadienne", "presse canadienne", "mcclatchy",
        "tribune news service", "states newsroom", "caribbean news agency", "cmc",
        "agencia reforma", "cuartoscuro", "agencia quadratín", "quadratín", "ips noticias", "idn",
        "idn-inps",
        # church and aid
        "irin", "the new humanitarian", "aina", "asianews", "ucanews", "ucan",
    }
)  # fmt: skip
"""In lower case."""

IN_CAPITALS = frozenset(
    {
        "AA", "ABI", "ABN", "ABP", "AGP", "AKI", "AMAP", "ANA", "ANI", "ANKA", "APP", "APRO", "ARKA", "ATA",
        "ATLAS", "AVN", "BETA", "BSS", "CANA", "CNS", "CP", "DYN", "ENA", "ENS", "FARS", "FENA", "FIDES", "HINA",
        "INA", "KABAR", "LANA", "MAP", "MENA", "MINA", "NAN", "NODAL", "PA", "PANA", "PETRA", "PPI",
        "PULSAR", "RNS", "SABA", "SID", "SITA", "SPA", "SRNA", "STA", "TAP", "TNA", "TT", "UNB",
    }
)  # fmt: skip
"""Those whose names are words or names as well, so that they count in capitals only."""
