namespace ActorTerm.House.Tests;

internal static class Verdict
{
    /// <summary>Fails with every line, where Assert.Empty would show the first few.</summary>
    public static void None(IEnumerable<string> findings)
    {
        var lines = findings.ToList();
        Assert.True(lines.Count == 0, string.Join('\n', lines));
    }
}
