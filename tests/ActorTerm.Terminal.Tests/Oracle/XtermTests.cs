using System.Text;

namespace ActorTerm.Terminal.Tests.Oracle;

/// <summary>What only a VT420 knows, asked of Debian's xterm and of ours in the same words: a checksum of every cell, the cursor, the margins.</summary>
public sealed class XtermTests(RealXterm xterm) : IClassFixture<RealXterm>
{
    /// <summary>
    /// Cursor first, since leaving origin mode moves it; then each cell, whose checksum says character and attributes. XTCHECKSUM 20: blanks
    /// count, written or not, and whole characters do; 2 more leaves attributes out, among which xterm counts protection only since patch 380.
    /// </summary>
    private static string Questions(bool withAttributes) =>
        $"\e[6n\eP$qr\e\\\eP$qs\e\\\e[?6l\e[{(withAttributes ? 20 : 22)}#y"
        + string.Concat(from row in Enumerable.Range(1, RealXterm.Rows)
                        from column in Enumerable.Range(1, RealXterm.Columns)
                        select $"\e[{row};1;{row};{column};{row};{column}*y");

    public static TheoryData<string> Scenarios => [.. XtermScenarios.All.Select(scenario => scenario.Name)];

    public static TheoryData<string> Differences => [.. XtermScenarios.Differences.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Xterm_answers_the_same(string name)
    {
        var (ours, theirs) = Ask(XtermScenarios.All.Single(scenario => scenario.Name == name).Bytes);

        Assert.True(ours == theirs, Difference(ours, theirs));
    }

    /// <summary>So that the list in docs/terminal-differences.md stays true.</summary>
    [Theory]
    [MemberData(nameof(Differences))]
    public void Xterm_still_answers_otherwise(string name)
    {
        var (ours, theirs) = Ask(XtermScenarios.Differences.Single(scenario => scenario.Name == name).Bytes);

        Assert.NotEqual(ours, theirs);
    }

    private (string Ours, string Theirs) Ask(string scenario)
    {
        var withAttributes = !scenario.Contains("\"q") && !scenario.Contains("\eV");
        var bytes = Encoding.UTF8.GetBytes(scenario + Questions(withAttributes));
        var ours = new OurTerminal(new TerminalOptions { Columns = RealXterm.Columns, Rows = RealXterm.Rows, AllowChecksumReports = true });
        ours.Feed(bytes);
        // The right half of a wide character is U+FFFF to xterm, and nothing to us.
        return (ours.Replies, xterm.Ask(bytes).Replace("!~0001\e", "!~0000\e"));
    }

    private static string Difference(string ours, string theirs)
    {
        var ourAnswers = Answers(ours);
        var theirAnswers = Answers(theirs);
        var text = new StringBuilder($"{ourAnswers.Length} answers, theirs {theirAnswers.Length}\n");
        for (var i = 0; i < Math.Min(ourAnswers.Length, theirAnswers.Length) && text.Length < 2_000; i++)
        {
            if (ourAnswers[i] == theirAnswers[i]) continue;
            var cell = i - (ourAnswers.Length - RealXterm.Rows * RealXterm.Columns);
            var place = cell < 0 ? $"answer {i}" : $"row {1 + cell / RealXterm.Columns} column {1 + cell % RealXterm.Columns}";
            text.AppendLine($"{place}: ours {Readable(ourAnswers[i])}, theirs {Readable(theirAnswers[i])}");
        }

        return text.ToString();
    }

    private static string[] Answers(string replies) => replies.Replace("\e[", "\n\e[").Replace("\eP", "\n\eP").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Readable(string answer)
    {
        var mark = answer.IndexOf('~');
        if (!answer.Contains('!') || mark < 0) return answer.Replace("\e", "ESC ");
        var sum = -Convert.ToInt32(answer.Substring(mark + 1, 4), 16) & 0xffff;
        return $"{sum:x} ({(char)Math.Max(0x20, sum & 0x7f)})";
    }
}
