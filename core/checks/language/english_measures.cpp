#include "core/checks/language/english.hpp"

#include <array>

// Numbers, units (UCUM's common table, and how they are said), months and days.
namespace countersign::checks
{
namespace
{

struct UnitRow {
    std::string_view code;
    Dimension dimension;
    double factor;
    std::string_view spoken;
};

constexpr std::array unitRows{
    UnitRow{"mg", Dimension::Mass, 1, "mg,mgs,milligram,milligrams,milli gram"},
    UnitRow{"ug", Dimension::Mass, 0.001, "mcg,mcgs,ug,µg,μg,microgram,micrograms,mikes"},
    UnitRow{"g", Dimension::Mass, 1000, "g,gm,gms,gram,grams"},
    UnitRow{"ng", Dimension::Mass, 1e-6, "ng,nanogram,nanograms"},
    UnitRow{"kg", Dimension::Weight, 1, "kg,kgs,kilo,kilos,kilogram,kilograms"},
    UnitRow{"[lb_av]", Dimension::Weight, 0.453592, "lb,lbs,pound,pounds"},
    UnitRow{"[oz_av]", Dimension::Ounce, 1, "oz,ounce,ounces"},
    UnitRow{"mL", Dimension::Volume, 1, "ml,mls,milliliter,milliliters,millilitre,millilitres,cc,ccs"},
    UnitRow{"L", Dimension::Volume, 1000, "l,liter,liters,litre,litres"},
    UnitRow{"dL", Dimension::Volume, 100, "dl,deciliter,deciliters"},
    UnitRow{"[cup]", Dimension::Count, 1, "cup,cups,glass,glasses,drink,drinks,beers,beer,pack,packs,cigarettes"},
    UnitRow{"mm[Hg]", Dimension::Pressure, 1, "mmhg,mm hg,millimeters of mercury"},
    UnitRow{"mg/dL", Dimension::MassConcentration, 1, "mg per dl,milligrams per deciliter"},
    UnitRow{"mmol/L", Dimension::AmountConcentration, 1, "mmol,millimole,millimoles,millimoles per liter"},
    UnitRow{"meq", Dimension::Equivalents, 1, "meq,milliequivalent,milliequivalents"},
    UnitRow{"[iU]", Dimension::Units, 1, "iu,units,unit,international units"},
    UnitRow{"%", Dimension::Percent, 1, "percent,per cent"},
    UnitRow{"mm", Dimension::Length, 1, "mm,millimeter,millimeters,millimetre,millimetres"},
    UnitRow{"cm", Dimension::Length, 10, "cm,cms,centimeter,centimeters,centimetre,centimetres"},
    UnitRow{"m", Dimension::Length, 1000, "meter,meters,metre,metres"},
    UnitRow{"[in_i]", Dimension::Length, 25.4, "inch,inches"},
    UnitRow{"[ft_i]", Dimension::Length, 304.8, "ft,foot tall,feet tall"},
    UnitRow{"[mi_i]", Dimension::Distance, 1, "mile,miles"},
    UnitRow{"Cel", Dimension::Temperature, 1, "celsius,degrees celsius,degrees c"},
    UnitRow{"[degF]", Dimension::Temperature, 2, "fahrenheit,degrees fahrenheit,degrees f"},
    UnitRow{"deg", Dimension::Angle, 1, "degree,degrees"},
    UnitRow{"/min", Dimension::Rate, 1, "bpm,beats per minute,per minute,breaths per minute"},
    UnitRow{"s", Dimension::Time, 1.0 / 86400, "second,seconds,sec,secs"},
    UnitRow{"min", Dimension::Time, 1.0 / 1440, "minute,minutes,min,mins"},
    UnitRow{"h", Dimension::Time, 1.0 / 24, "hour,hours,hr,hrs"},
    UnitRow{"d", Dimension::Time, 1, "day,days"},
    UnitRow{"wk", Dimension::Time, 7, "week,weeks,wk,wks"},
    UnitRow{"mo", Dimension::Time, 30.4, "month,months,mos"},
    UnitRow{"a", Dimension::Time, 365, "year,years,yr,yrs"},
    UnitRow{"{puff}", Dimension::Count, 1, "puff,puffs"},
    UnitRow{"{tbl}", Dimension::Count, 1, "tablet,tablets,tab,tabs,pill,pills,capsule,capsules"},
    UnitRow{
        "{time}", Dimension::Frequency, 1,
        "times a day,times daily,times per day,times each day,times every day,time a day,time daily,x daily,x a day"},
    UnitRow{"{time}/wk", Dimension::Frequency, 1.0 / 7,
            "times a week,times weekly,times per week,times each week,times every week,time a week,sessions per week,"
            "sessions a week,session per week,session a week,days a week,days per week,nights a week"},
    UnitRow{"{time}/mo", Dimension::Frequency, 1.0 / 30, "times a month,times monthly,times per month,time a month"},
};

struct NumberRow {
    std::string_view words;
    double value;
};

constexpr std::array numberRows{
    NumberRow{"zero", 0},
    NumberRow{"one,first,once", 1},
    NumberRow{"two,second,twice,couple,a couple,couple of,pair", 2},
    NumberRow{"three,third,thrice", 3},
    NumberRow{"four,fourth", 4},
    NumberRow{"five,fifth", 5},
    NumberRow{"six,sixth", 6},
    NumberRow{"seven,seventh", 7},
    NumberRow{"eight,eighth", 8},
    NumberRow{"nine,ninth", 9},
    NumberRow{"ten,tenth", 10},
    NumberRow{"eleven,eleventh", 11},
    NumberRow{"twelve,twelfth,dozen", 12},
    NumberRow{"thirteen,thirteenth", 13},
    NumberRow{"fourteen,fourteenth", 14},
    NumberRow{"fifteen,fifteenth", 15},
    NumberRow{"sixteen,sixteenth", 16},
    NumberRow{"seventeen,seventeenth", 17},
    NumberRow{"eighteen,eighteenth", 18},
    NumberRow{"nineteen,nineteenth", 19},
    NumberRow{"twenty,twentieth,twenties", 20},
    NumberRow{"thirty,thirtieth,thirties", 30},
    NumberRow{"forty,fortieth,forties", 40},
    NumberRow{"fifty,fiftieth,fifties", 50},
    NumberRow{"sixty,sixtieth,sixties", 60},
    NumberRow{"seventy,seventies", 70},
    NumberRow{"eighty,eighties", 80},
    NumberRow{"ninety,nineties", 90},
    NumberRow{"hundred,hundreds", 100},
    NumberRow{"thousand", 1000},
    NumberRow{"million", 1000000},
    NumberRow{"half", 0.5},
    NumberRow{"quarter", 0.25},
};

// What is measured: one line a measure, as charts and people call it.
constexpr std::array measures{
    "blood pressure,bp,blood pressures",
    "heart rate,pulse,pulse rate,heartrate",
    "respiratory rate,respirations,respiration,breathing rate",
    "temperature,temp",
    "oxygen saturation,pulse ox,o2 sat,o2 saturation,oxygen level,spo2,saturation,sats",
    "weight,weigh,weighs,weighed,weighing",
    "height",
    "bmi,body mass index",
    "blood sugar,blood sugars,glucose,blood glucose,sugar level,sugar levels,sugars,blood sugar level,blood sugar "
    "levels",
    "hemoglobin a1c,a1c,hba1c,hgb a1c",
    "hemoglobin,haemoglobin,hgb",
    "white blood cell count,white count,wbc,white blood cells",
    "platelets,platelet count",
    "creatinine",
    "potassium",
    "sodium",
    "ejection fraction",
    "ldl,ldl cholesterol",
    "cholesterol",
    "tsh,thyroid stimulating hormone",
    "inr",
    "gfr,egfr",
    "range of motion,rom,ranges of motion",
    "reflexes,reflex",
};

constexpr std::array months{
    "january,jan", "february,feb",       "march",       "april,apr",    "may",          "june,jun", "july,jul",
    "august,aug",  "september,sept,sep", "october,oct", "november,nov", "december,dec",
};

} // namespace

void addEnglishMeasures(Lexicon &lexicon)
{
    for (const UnitRow &row : unitRows)
        lexicon.add(Role::Unit, row.spoken, lexicon.addUnit({row.code, row.dimension, row.factor}));
    for (const NumberRow &row : numberRows)
        lexicon.add(Role::Number, row.words, 0, row.value);
    std::uint16_t measure = 0;
    for (const std::string_view names : measures)
        lexicon.add(Role::Measure, names, ++measure);
    std::uint16_t month = 0;
    for (const std::string_view names : months)
        lexicon.add(Role::Month, names, ++month);
    std::uint16_t weekday = 0;
    for (const std::string_view name : {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
        lexicon.add(Role::Weekday, name, ++weekday);
    std::uint16_t day = 0;
    for (const std::string_view names : {"yesterday", "tomorrow", "tonight", "this morning", "last night", "last week",
                                         "last month", "last year", "next week", "next month", "next year"})
        lexicon.add(Role::DayWord, names, ++day);
}

} // namespace countersign::checks
