using System.Globalization;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm capture</c>: what a session shows.</summary>
internal static class CaptureVerb
{
    public static Command Make()
    {
        var session = SharedOptions.SessionArgument();
        var ansi = new Option<bool>("--ansi", "-e") { Description = "With colours and attributes, as escape sequences." };
        var join = new Option<bool>("--join", "-J") { Description = "Lines that a wrap cut become one." };
        var start = new Option<string?>("--start", "-S") { Description = "First line: 0 is the screen's first, -1 the last of the history, `-` the oldest." };
        var end = new Option<string?>("--end", "-E") { Description = "Last line, counted as --start. `-` is the screen's last." };
        var json = SharedOptions.JsonOption();
        var verb = new Command("capture", "Print the lines of a session's screen, and of its history if asked for.") { session, ansi, join, start, end, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var target = await connection.Session(arguments, session, cancel);
            var options = Options(arguments.GetValue(start), arguments.GetValue(end)) with { Ansi = arguments.GetValue(ansi), JoinWrapped = arguments.GetValue(join) };
            var capture = await target.CaptureAsync(options, cancel);
            if (arguments.GetValue(json)) Json.Write(CaptureJson.Of(target.Id, capture));
            else foreach (var line in capture.Lines) Console.Out.WriteLine(line.Text);
        });
        return verb;
    }

    /// <summary>First and last line as tmux's capture-pane writes them.</summary>
    /// <exception cref="UsageException">One is neither a number nor <c>-</c>.</exception>
    internal static CaptureOptions Options(string? start, string? end) => new()
    {
        Start = Line(start, "--start", long.MinValue),
        End = Line(end, "--end", null) + 1,
    };

    private static long? Line(string? text, string option, long? dash) => text switch
    {
        null => null,
        "-" => dash,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var line) => line,
        _ => throw new UsageException($"{option} {text}: write a number of lines, or -"),
    };
}
