"""How the data name units -> what readings may call them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

# A dollar without its country may be taken for the one that is meant most, a rupee of India too.
_SHARED = {
    "Cent": ("cent",),
    "Dollar": ("dollar", "US dollar"),
    "Dinar": ("dinar",),
}

DUCKLING: dict[str, frozenset[str]] = {
    name: frozenset(units)
    for name, units in (
        _SHARED
        | {
            "BGN": ("lev", "Bulgarian lev"),
            "CAD": ("Canadian dollar",),
            "CHF": ("Swiss franc",),
            "CNY": ("yuan", "Chinese yuan"),
            "EGP": ("Egyptian pound",),
            "EUR": ("euro",),
            "GBP": ("pound sterling",),
            "ILS": ("shekel", "Israeli shekel"),
            "INR": ("Indian rupee", "rupee"),
            "JOD": ("Jordanian dinar",),
            "KWD": ("Kuwaiti dinar",),
            "LBP": ("Lebanese pound", "Lebanese lira"),
            "MNT": ("tugrik", "Mongolian tugrik"),
            "MYR": ("ringgit", "Malaysian ringgit"),
            "QAR": ("Qatari riyal",),
            "USD": ("US dollar",),
            "Unnamed": ("buck", "dollar", "US dollar"),
            "Centimetre": ("centimetre",),
            "Foot": ("foot",),
            "Inch": ("inch",),
            "Kilometre": ("kilometre",),
            "M": ("metre", "mile"),
            "Metre": ("metre",),
            "Mile": ("mile",),
            "Millimetre": ("millimetre",),
            "Yard": ("yard",),
            "Cup": ("cup",),
            "Gram": ("gram",),
            "Ounce": ("ounce",),
            "Pound": ("pound",),
            "Celsius": ("degree Celsius",),
            "Degree": ("degree",),
            "Fahrenheit": ("degree Fahrenheit",),
            "Gallon": ("gallon",),
            "Hectolitre": ("hectolitre",),
            "Litre": ("litre",),
            "Millilitre": ("millilitre",),
        }
    ).items()
}

RECOGNIZERS: dict[str, frozenset[str]] = {
    name: frozenset(units)
    for name, units in (
        _SHARED
        | {
            "Australian dollar": ("Australian dollar",),
            "Bitcoin": ("bitcoin",),
            "British pound": ("pound sterling",),
            "Canadian dollar": ("Canadian dollar",),
            "Chinese yuan": ("yuan", "Chinese yuan"),
            "Costa Rican colón": ("Costa Rican colón", "colón"),
            "Euro": ("euro",),
            "Finnish markka": ("markka", "Finnish markka"),
            "Hong Kong dollar": ("Hong Kong dollar",),
            "Japanese yen": ("yen",),
            "Lao kip": ("kip", "Lao kip"),
            "Mexican peso": ("Mexican peso",),
            "New Zealand dollar": ("New Zealand dollar",),
            "Pence": ("pence", "penny"),
            "Peseta": ("peseta",),
            "Rupee": ("rupee", "Indian rupee"),
            "Sen": ("sen",),
            "Swiss franc": ("Swiss franc",),
            "Turkish lira": ("Turkish lira",),
            "United States dollar": ("US dollar",),
            "Bit": ("bit",),
            "Cubic foot": ("cubic foot",),
            "Decimeter": ("decimetre",),
            "Foot": ("foot",),
            "Gallon": ("gallon",),
            "Gram": ("gram",),
            "Inch": ("inch",),
            "Kilogram": ("kilogram",),
            "Kilometer": ("kilometre",),
            "Megabyte": ("megabyte",),
            "Meter": ("metre",),
            "Metric ton": ("tonne",),
            "Microgram": ("microgram",),
            "Mile": ("mile",),
            "Mile per hour": ("mile per hour",),
            "Milliliter": ("millilitre",),
            "Millimeter": ("millimetre",),
            "Square kilometer": ("square kilometre",),
            "Square meter": ("square metre",),
            "Teaspoon": ("teaspoon",),
            "Ton": ("ton", "tonne"),
            "Turn": ("turn",),
            "C": ("degree Celsius",),
            "F": ("degree Fahrenheit",),
            "Degree": ("degree",),
            "Year": ("year",),
            "Month": ("month",),
            "Week": ("week",),
            "Day": ("day",),
            "Age": ("year", "month", "week", "day"),
        }
    ).items()
}
# How many of the second unit the first is; a quantity in the one is right in the other too.
SIZES: dict[tuple[str, str], Fraction] = {
    ("inch", "foot"): Fraction(1, 12),
    ("inch", "yard"): Fraction(1, 36),
    ("foot", "inch"): Fraction(12),
    ("yard", "inch"): Fraction(36),
    ("kilogram", "gram"): Fraction(1000),
    ("gram", "kilogram"): Fraction(1, 1000),
    ("milligram", "gram"): Fraction(1, 1000),
    ("metre", "kilometre"): Fraction(1, 1000),
    ("kilometre", "metre"): Fraction(1000),
    ("centimetre", "metre"): Fraction(1, 100),
    ("litre", "millilitre"): Fraction(1000),
    ("millilitre", "litre"): Fraction(1, 1000),
    ("litre", "hectolitre"): Fraction(1, 100),
}
# "Pound" of a currency is sterling, of a dimension the weight.
POUND_OF_MONEY = frozenset({"pound", "pound sterling"})
POUND_OF_WEIGHT = frozenset({"pound"})


def units_of(table: Mapping[str, frozenset[str]], name: str) -> frozenset[str]:
    """What readings may call a unit; one that the table does not have by its own name."""
    return table.get(name) or frozenset({name, name.lower()})
