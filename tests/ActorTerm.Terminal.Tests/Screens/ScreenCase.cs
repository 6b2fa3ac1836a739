namespace ActorTerm.Terminal.Tests.Screens;

/// <summary>What a stream leaves on a screen of 10 by 4.</summary>
internal static class ScreenCase
{
    /// <param name="expected">Rows joined by |, without empty ones at the end.</param>
    /// <param name="cursor">column,row; empty when it does not matter.</param>
    public static void Check(string stream, string expected, string cursor = "", int columns = 10, int rows = 4)
    {
        var terminal = new TestTerminal(columns, rows).Feed(stream);

        Assert.Equal(expected, terminal.Text);
        if (cursor.Length > 0) Assert.Equal(cursor, $"{terminal.Cursor.Column},{terminal.Cursor.Row}");
    }
}
