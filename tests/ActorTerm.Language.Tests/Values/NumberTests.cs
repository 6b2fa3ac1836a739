using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTerm.Language.Tests.Values;

public sealed class NumberTests
{
    /// <summary>What JavaScript's String(x) gives.</summary>
    [Theory]
    [InlineData(0d, "0")]
    [InlineData(3d, "3")]
    [InlineData(-3d, "-3")]
    [InlineData(0.5, "0.5")]
    [InlineData(100d, "100")]
    [InlineData(123456.789, "123456.789")]
    [InlineData(0.1 + 0.2, "0.30000000000000004")]
    [InlineData(1e20, "100000000000000000000")]
    [InlineData(123456789012345680000d, "123456789012345680000")]
    [InlineData(1e21, "1e+21")]
    [InlineData(1.5e21, "1.5e+21")]
    [InlineData(1e23, "1e+23")]
    [InlineData(0.000001, "0.000001")]
    [InlineData(0.00000123, "0.00000123")]
    [InlineData(0.0000001, "1e-7")]
    [InlineData(-1.5e-9, "-1.5e-9")]
    [InlineData(4.35, "4.35")]
    [InlineData(9007199254740992d, "9007199254740992")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.Epsilon, "5e-324")]
    [InlineData(2.2250738585072014e-308, "2.2250738585072014e-308")]
    [InlineData(-1.2345678901234566e-7, "-1.2345678901234566e-7")]
    [InlineData(-0.0000012345678901234567, "-0.0000012345678901234567")]
    public void A_double_is_written_as_ecmascript_writes_it(double number, string text)
    {
        Assert.Equal(text, Value.Of(number).ToString());
        Assert.Equal(text, Display.Of(number));
    }

    [Fact]
    public void Negative_zero_is_zero() => Assert.Equal("0", Value.Of(-0d).ToString());

    [Fact]
    public void What_json_has_no_number_for_becomes_the_nearest_it_has()
    {
        Assert.Equal("1.7976931348623157e+308", Value.Of(double.PositiveInfinity).ToString());
        Assert.Equal("-1.7976931348623157e+308", Value.Of(double.NegativeInfinity).ToString());
        Assert.True(Value.Of(double.NaN).IsNull);
        Assert.Equal("Infinity", Display.Of(double.PositiveInfinity));
        Assert.Equal("-Infinity", Display.Of(double.NegativeInfinity));
        Assert.Equal("NaN", Display.Of(double.NaN));
    }

    [Fact]
    public void Every_finite_double_survives_its_text()
    {
        var any = ArbMap.Default.GeneratorFor<long>().Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite).ToArbitrary();

        Prop.ForAll(any, number =>
        {
            var text = Value.Of(number).ToString();
            return double.Parse(text, CultureInfo.InvariantCulture) == number && Value.TryParse(text, out _, out _) && text.Length <= JsonNumber.MaxLength;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("-5", true)]
    [InlineData("007", true)]
    [InlineData("1.5", true)]
    [InlineData("1e3", true)]
    [InlineData("1.5E-2", true)]
    [InlineData("", false)]
    [InlineData("-", false)]
    [InlineData("--5", false)]
    [InlineData("+5", false)]
    [InlineData(".5", false)]
    [InlineData("5.", false)]
    [InlineData("1e", false)]
    [InlineData("1e+", false)]
    [InlineData(" 5", false)]
    [InlineData("5 ", false)]
    [InlineData("0x10", false)]
    [InlineData("1_000", false)]
    [InlineData("inf", false)]
    [InlineData("nan", false)]
    [InlineData("Infinity", false)]
    [InlineData("٣", false)]
    public void Text_is_a_number_when_it_is_written_as_one(string text, bool isNumber) => Assert.Equal(isNumber, NumberText.IsNumber(text));
}
