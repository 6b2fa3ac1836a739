using System.Globalization;
using System.Numerics;
using ActorTerm.Hocon.Parsing;

namespace ActorTerm.Hocon.Converting;

/// <summary>
/// Numbers with units. HOCON.md, sections "Units format", "Duration format", "Period Format" and "Size in bytes format". A number
/// without unit is in milliseconds, days or bytes. Fractions are allowed for durations and sizes; what is finer than a tick of
/// 100 ns or a byte is cut off.
/// </summary>
internal static class Units
{
    private static readonly Dictionary<string, decimal> TicksByUnit = ByName<decimal>(
        (0.01m, "ns nano nanos nanosecond nanoseconds"),
        (TimeSpan.TicksPerMicrosecond, "us micro micros microsecond microseconds"),
        (TimeSpan.TicksPerMillisecond, "ms milli millis millisecond milliseconds"),
        (TimeSpan.TicksPerSecond, "s second seconds"),
        (TimeSpan.TicksPerMinute, "m minute minutes"),
        (TimeSpan.TicksPerHour, "h hour hours"),
        (TimeSpan.TicksPerDay, "d day days"));

    private static readonly Dictionary<string, HoconPeriod> PeriodByUnit = ByName(
        (new HoconPeriod(0, 0, 1), "d day days"),
        (new HoconPeriod(0, 0, 7), "w week weeks"),
        (new HoconPeriod(0, 1, 0), "m mo month months"),
        (new HoconPeriod(1, 0, 0), "y year years"));

    private static readonly Dictionary<string, BigInteger> BytesByUnit = SizeUnits();

    public static TimeSpan Duration(HoconValue value, string path)
    {
        const string expected = "a duration such as 500 ms, 5 s or 10 minutes";
        var (number, unit) = Split(value, path, expected);
        if (!TicksByUnit.TryGetValue(unit.Length == 0 ? "ms" : unit, out var ticks)) throw Scalars.Wrong(value, path, expected);

        var total = Scaled(number, ticks);
        return total is >= long.MinValue and <= long.MaxValue
            ? new TimeSpan((long)total)
            : throw Scalars.Wrong(value, path, "a duration under 29,000 years");
    }

    public static long Bytes(HoconValue value, string path)
    {
        const string expected = "a size such as 512, 64 KiB or 10 MB";
        var (number, unit) = Split(value, path, expected);
        if (!BytesByUnit.TryGetValue(unit.Length == 0 ? "B" : unit, out var bytes)) throw Scalars.Wrong(value, path, expected);

        var total = bytes > long.MaxValue ? (number == 0 ? 0 : null) : Scaled(number, (decimal)bytes);
        return total is >= 0 and <= long.MaxValue ? (long)total : throw Scalars.Wrong(value, path, "a size from 0 to under 8 EiB");
    }

    public static HoconPeriod Period(HoconValue value, string path)
    {
        const string expected = "a period such as 3 days, 2 weeks or 6 months";
        var (number, unit) = Split(value, path, expected);
        if (!PeriodByUnit.TryGetValue(unit.Length == 0 ? "d" : unit, out var one)) throw Scalars.Wrong(value, path, expected);
        if (number != decimal.Truncate(number) || Math.Abs(number) > int.MaxValue / 7) throw Scalars.Wrong(value, path, expected);

        var count = (int)number;
        return new HoconPeriod(one.Years * count, one.Months * count, one.Days * count);
    }

    /// <summary>Number and unit; the unit is the letters at the end.</summary>
    private static (decimal Number, string Unit) Split(HoconValue value, string path, string expected)
    {
        if (value is not (HoconNumber or HoconString)) throw Scalars.Wrong(value, path, expected);

        var text = ((HoconScalar)value).Text.Trim();
        var unitStart = text.Length;
        if (value is HoconString)
            while (unitStart > 0 && char.IsLetter(text[unitStart - 1])) unitStart--;

        var digits = text[..unitStart].TrimEnd();
        return NumberGrammar.IsNumber(digits) && decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number, text[unitStart..])
            : throw Scalars.Wrong(value, path, expected);
    }

    private static decimal? Scaled(decimal number, decimal factor) =>
        Math.Abs(number) > decimal.MaxValue / Math.Max(factor, 1) ? null : decimal.Truncate(number * factor);

    private static Dictionary<string, BigInteger> SizeUnits()
    {
        var units = ByName((BigInteger.One, "B b byte bytes"));
        (string Letter, string Ten, string Two)[] prefixes =
        [
            ("k", "kilo", "kibi"), ("m", "mega", "mebi"), ("g", "giga", "gibi"), ("t", "tera", "tebi"),
            ("p", "peta", "pebi"), ("e", "exa", "exbi"), ("z", "zetta", "zebi"), ("y", "yotta", "yobi"),
        ];
        for (var i = 0; i < prefixes.Length; i++)
        {
            var (lower, ten, two) = prefixes[i];
            var upper = lower.ToUpperInvariant();
            var (thousands, binary) = (BigInteger.Pow(1000, i + 1), BigInteger.Pow(1024, i + 1));
            foreach (var name in new[] { (i == 0 ? lower : upper) + "B", ten + "byte", ten + "bytes" }) units.Add(name, thousands);
            foreach (var name in new[] { lower, upper, upper + "i", upper + "iB", two + "byte", two + "bytes" }) units.Add(name, binary);
        }

        return units;
    }

    private static Dictionary<string, T> ByName<T>(params (T Value, string Names)[] units) =>
        units.SelectMany(u => u.Names.Split(' ').Select(name => (name, u.Value))).ToDictionary(u => u.name, u => u.Value);
}
