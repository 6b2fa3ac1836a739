using System.Text;
using static ActorTerm.Runtime.Keys.KeysProtocol;

namespace ActorTerm.Runtime.Tests.Keys;

public class PasteTransformTests
{
    [Theory]
    [InlineData("", "a\r\nb\nc\td\x03\e[A", "a\rb\rc\td[A")]
    [InlineData("{}", "a\nb", "a\rb")]
    [InlineData("""{"ConvertNewlines": false}""", "a\nb\r\n", "a\nb\r\n")]
    [InlineData("""{"RemoveNewlines": true}""", "a\nb\r\nc", "abc")]
    [InlineData("""{"RemoveControls": false}""", "\x01\e", "\x01\e")]
    [InlineData("""{"ConvertUnicodePunctuation": 1}""", "\u201ca\u201d \u2018b\u2019 c\u2014d", "\"a\" 'b' c-d")]
    [InlineData("""{"EscapeForShell": true}""", "my file's (1).txt", "my\\ file\\'s\\ \\(1\\).txt")]
    [InlineData("""{"TabTransform": 1, "TabStopSize": 2}""", "a\tb", "a  b")]
    [InlineData("""{"TabTransform": 2}""", "a\tb", "a\x16\tb")]
    [InlineData("""{"TabTransform": 0, "TabStopSize": 2}""", "a\tb", "a\tb")]
    [InlineData("""{"Base64": true}""", "hi", "aGk=")]
    [InlineData("""{"UseRegexSubstitution": true, "Regex": "(\\d+)", "Substitution": "<$1>"}""", "a1b22", "a<1>b<22>")]
    [InlineData("""{"UseRegexSubstitution": false, "Regex": "(", "Substitution": "x"}""", "(", "(")]
    [InlineData("""{"ChunkSize": 1024, "Delay": 0.01, "Future": [1], "WaitForPrompts": false}""", "a", "a")]
    public void A_text_becomes_what_the_settings_say(string settings, string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Read(settings).BytesOf(text, bracketed: false)!));

    [Theory]
    [InlineData("", "a\e[201~b\n", "\e[200~a[201~b\r\e[201~")]
    [InlineData("""{"RemoveControls": false}""", "a\e[201~b", "\e[200~a[201~b\e[201~")]
    [InlineData("""{"BracketAllowed": false}""", "a", "a")]
    public void A_program_that_asks_for_brackets_gets_them_and_nothing_in_the_text_ends_them_early(string settings, string text, string expected) =>
        Assert.Equal(expected, Encoding.UTF8.GetString(Read(settings).BytesOf(text, bracketed: true)!));

    [Theory]
    [InlineData("slow", "an object as JSON")]
    [InlineData("[]", "an object as JSON")]
    [InlineData("""{"UseRegexSubstitution": true, "Regex": "("}""", "Regex: ")]
    [InlineData("""{"WaitForPrompts": true}""", "WaitForPrompts")]
    public void What_cannot_be_done_is_refused(string settings, string complaint)
    {
        Assert.False(PasteTransform.TryParse(settings, out _, out var error));

        Assert.Contains(complaint, error);
    }

    private static PasteTransform Read(string settings) => PasteTransform.TryParse(settings, out var transform, out var error) ? transform : throw new FormatException(error);
}
