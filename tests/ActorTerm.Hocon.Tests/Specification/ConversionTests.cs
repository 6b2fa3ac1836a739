using System.Globalization;

namespace ActorTerm.Hocon.Tests.Specification;

/// <summary>HOCON.md, "Automatic type conversions", "Units format" and the formats after it.</summary>
public sealed class ConversionTests
{
    [Theory]
    [InlineData("5", "5")]
    [InlineData("1e5", "1e5")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("a b", "a b")]
    [InlineData("[]", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void Strings(string value, string? expected) => AssertConverts(value, expected, c => c.GetString("a"));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("\"42\"", 42)]
    [InlineData("1e3", 1000)]
    [InlineData("3.0", 3)]
    [InlineData("2147483648", null)]
    [InlineData("3.5", null)]
    [InlineData("1e400", null)]
    [InlineData("\"0x10\"", null)]
    [InlineData("\" 1\"", null)]
    [InlineData("007", null)]
    [InlineData("true", null)]
    [InlineData("null", null)]
    public void Ints(string value, int? expected) => AssertConverts(value, expected, c => c.GetInt("a"));

    [Theory]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("1152921504606846977", 1152921504606846977)]
    [InlineData("9223372036854775808", null)]
    [InlineData("1e19", null)]
    public void Longs(string value, long? expected) => AssertConverts(value, expected, c => c.GetLong("a"));

    [Theory]
    [InlineData("0.1", 0.1)]
    [InlineData("-1.5e-3", -0.0015)]
    [InlineData("\"2\"", 2.0)]
    [InlineData("1e400", null)]
    [InlineData("NaN", null)]
    [InlineData("\"1,5\"", null)]
    public void Doubles(string value, double? expected) => AssertConverts(value, expected, c => c.GetDouble("a"));

    [Theory]
    [InlineData("true", true)]
    [InlineData("yes", true)]
    [InlineData("on", true)]
    [InlineData("\"true\"", true)]
    [InlineData("false", false)]
    [InlineData("no", false)]
    [InlineData("off", false)]
    [InlineData("TRUE", null)]
    [InlineData("1", null)]
    [InlineData("null", null)]
    public void Booleans(string value, bool? expected) => AssertConverts(value, expected, c => c.GetBoolean("a"));

    [Theory]
    [InlineData("10", "00:00:00.0100000")]
    [InlineData("\"10\"", "00:00:00.0100000")]
    [InlineData("\" 10 \"", "00:00:00.0100000")]
    [InlineData("150 ns", "00:00:00.0000001")]
    [InlineData("1us", "00:00:00.0000010")]
    [InlineData("2 micros", "00:00:00.0000020")]
    [InlineData("500ms", "00:00:00.5000000")]
    [InlineData("3 milliseconds", "00:00:00.0030000")]
    [InlineData("5 s", "00:00:05")]
    [InlineData("1.5 seconds", "00:00:01.5000000")]
    [InlineData("-5 s", "-00:00:05")]
    [InlineData("1e1 s", "00:00:10")]
    [InlineData("10 minutes", "00:10:00")]
    [InlineData("1 m", "00:01:00")]
    [InlineData("2h", "02:00:00")]
    [InlineData("7 days", "7.00:00:00")]
    [InlineData("5 S", null)]
    [InlineData("5 weeks", null)]
    [InlineData("5 s 3 ms", null)]
    [InlineData("s", null)]
    [InlineData("\"+5 s\"", null)]
    [InlineData("1e30 d", null)]
    [InlineData("true", null)]
    public void Durations(string value, string? expected) =>
        AssertConverts(value, expected is null ? (TimeSpan?)null : TimeSpan.Parse(expected, CultureInfo.InvariantCulture), c => c.GetDuration("a"));

    [Fact]
    public void Every_unit_of_durations()
    {
        string[][] units =
        [
            ["us", "micro", "micros", "microsecond", "microseconds"], ["ms", "milli", "millis", "millisecond", "milliseconds"],
            ["s", "second", "seconds"], ["m", "minute", "minutes"], ["h", "hour", "hours"], ["d", "day", "days"],
        ];
        TimeSpan[] ones =
        [
            TimeSpan.FromMicroseconds(1), TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1),
        ];

        for (var i = 0; i < units.Length; i++)
            Assert.All(units[i], unit => Assert.Equal(ones[i] * 3, Value($"3 {unit}").GetDuration("a")));
        Assert.All(["ns", "nano", "nanos", "nanosecond", "nanoseconds"], unit => Assert.Equal(3, Value($"300 {unit}").GetDuration("a").Ticks));
    }

    [Theory]
    [InlineData("512", 512L)]
    [InlineData("\"512\"", 512L)]
    [InlineData("1.5 KiB", 1536L)]
    [InlineData("1.1 KiB", 1126L)]
    [InlineData("0 YB", 0L)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("8 EiB", null)]
    [InlineData("1 ZB", null)]
    [InlineData("-1", null)]
    [InlineData("-0.5", 0L)]
    [InlineData("1 KB", null)]
    [InlineData("1 kb", null)]
    [InlineData("1 Kilobyte", null)]
    [InlineData("true", null)]
    public void Sizes(string value, long? expected) => AssertConverts(value, expected, c => c.GetBytes("a"));

    [Fact]
    public void Every_unit_of_sizes_in_both_conventions()
    {
        string[][] thousands =
        [
            ["B", "b", "byte", "bytes"], ["kB", "kilobyte", "kilobytes"], ["MB", "megabyte", "megabytes"], ["GB", "gigabyte", "gigabytes"],
            ["TB", "terabyte", "terabytes"], ["PB", "petabyte", "petabytes"], ["EB", "exabyte", "exabytes"],
        ];
        string[][] binary =
        [
            ["B"], ["K", "k", "Ki", "KiB", "kibibyte", "kibibytes"], ["M", "m", "Mi", "MiB", "mebibyte", "mebibytes"],
            ["G", "g", "Gi", "GiB", "gibibyte", "gibibytes"], ["T", "t", "Ti", "TiB", "tebibyte", "tebibytes"],
            ["P", "p", "Pi", "PiB", "pebibyte", "pebibytes"], ["E", "e", "Ei", "EiB", "exbibyte", "exbibytes"],
        ];

        for (var power = 0; power <= 6; power++)
        {
            Assert.All(thousands[power], unit => Assert.Equal(2 * (long)Math.Pow(1000, power), Value($"2 {unit}").GetBytes("a")));
            Assert.All(binary[power], unit => Assert.Equal(2L << (10 * power), Value($"2 \"{unit}\"").GetBytes("a")));
        }
    }

    [Theory]
    [InlineData("3", 0, 0, 3)]
    [InlineData("3 d", 0, 0, 3)]
    [InlineData("1 day", 0, 0, 1)]
    [InlineData("2 weeks", 0, 0, 14)]
    [InlineData("1 w", 0, 0, 7)]
    [InlineData("5 m", 0, 5, 0)]
    [InlineData("5 mo", 0, 5, 0)]
    [InlineData("6 months", 0, 6, 0)]
    [InlineData("-2 years", -2, 0, 0)]
    public void Periods(string value, int years, int months, int days) => Assert.Equal(new HoconPeriod(years, months, days), Value(value).GetPeriod("a"));

    [Theory]
    [InlineData("1.5 days")]
    [InlineData("1 hour")]
    [InlineData("1e12 y")]
    public void What_is_no_period_is_refused(string value) => Assert.Throws<HoconException>(() => Value(value).GetPeriod("a"));

    [Fact]
    public void A_period_is_added_year_first() => Assert.Equal(new DateOnly(2025, 3, 1), new HoconPeriod(1, 0, 1).AddTo(new DateOnly(2024, 2, 29)));

    [Theory]
    [InlineData("[a, 1, true]", new[] { "a", "1", "true" })]
    [InlineData("{ \"2\" : c, \"0\" : a, x : no, \"10\" : d, \"-1\" : no }", new[] { "a", "c", "d" })]
    [InlineData("[]", new string[0])]
    [InlineData("{}", null)]
    [InlineData("{ x : 1 }", null)]
    [InlineData("a", null)]
    [InlineData("[[]]", null)]
    [InlineData("[null]", null)]
    public void Lists(string value, string[]? expected)
    {
        if (expected is null) Assert.Throws<HoconException>(() => Value(value).GetStringList("a"));
        else Assert.Equal(expected, Value(value).GetStringList("a"));
    }

    [Fact]
    public void Objects_and_lists_of_objects_are_configurations()
    {
        var config = Value("{ b : { c : 1 }, l : [{ x : 1 }, { x : 2 }] }");

        Assert.Equal(1, config.GetConfig("a.b").GetInt("c"));
        Assert.Equal([1, 2], config.GetConfigList("a.l").Select(c => c.GetInt("x")));
    }

    [Fact]
    public void A_number_is_no_list_and_a_list_no_object()
    {
        Assert.Throws<HoconException>(() => Value("5").GetConfigList("a"));
        Assert.Throws<HoconException>(() => Value("[5]").GetConfig("a"));
        Assert.Throws<HoconException>(() => Value("[5]").GetConfigList("a"));
    }

    private static void AssertConverts<T>(string value, T? expected, Func<Config, T> get) where T : struct
    {
        if (expected is null) Assert.Throws<HoconException>(() => get(Value(value)));
        else Assert.Equal(expected, get(Value(value)));
    }

    private static void AssertConverts(string value, string? expected, Func<Config, string> get)
    {
        if (expected is null) Assert.Throws<HoconException>(() => get(Value(value)));
        else Assert.Equal(expected, get(Value(value)));
    }

    private static Config Value(string value) => HoconParser.ParseText($"a : {value}").Resolve();
}
