using ActorTerm.Cli.Attaching;

namespace ActorTerm.Cli.Tests.Attaching;

public class TypedKeysTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("/ab\r", "/|a|b|\r")]
    [InlineData("\e[Aj\eOB", "\e[A|j|\eOB")]
    [InlineData("\e[5~\e[1;5Hq", "\e[5~|\e[1;5H|q")]
    [InlineData("\e", "\e")]
    [InlineData("\eq", "\e|q")]
    [InlineData("ü😀x", "ü|😀|x")]
    public void What_comes_at_once_is_taken_key_by_key(string typed, string keys) => Assert.Equal(keys.Split('|'), Keys(typed));

    private static IEnumerable<string> Keys(string typed)
    {
        while (typed.Length > 0)
        {
            var first = TypedKeys.FirstLength(typed);
            yield return typed[..first];
            typed = typed[first..];
        }
    }
}
