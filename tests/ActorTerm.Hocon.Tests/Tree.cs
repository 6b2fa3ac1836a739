namespace ActorTerm.Hocon.Tests;

/// <summary>Shorthand: texts to resolved trees, and trees that must be equal.</summary>
internal static class Tree
{
    public static HoconObject Of(string text, Func<string, string?>? environment = null) =>
        HoconParser.ParseText(text, "test.conf").Resolve(environment).Root;

    /// <summary>Two texts mean the same, and the first one's tree still does after it was rendered and parsed again.</summary>
    public static void AssertSame(string expected, string text, Func<string, string?>? environment = null)
    {
        var tree = Of(text, environment);

        Assert.Equal(Of(expected).ToString(), tree.ToString());
        Assert.Equal(Of(expected), tree);
        Assert.Equal(tree, Of(tree.ToString()));
    }

    /// <summary>The complaint about a text, with its place.</summary>
    public static string ComplaintOf(string text) => Assert.Throws<HoconException>(() => Of(text)).Message;
}
