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
        var print = new Option<bool>("-p") { Description = "As tmux writes it; capture always prints.", Hidden = true };
        var json = SharedOptions.JsonOption();
        var verb = new Command("capture", "Print the lines of a session's screen, and of its history if asked for.") { session, ansi, join, start, end, print, json };
        verb.Aliases.Add("capture-pane");
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var target = await connection.Session(arguments, session, cancel);
            var capture = await target.CaptureAsync(
                new CaptureOptions
                {
                    Start = Line(arguments.GetValue(start), "--start", long.MinValue),
                    End = Line(arguments.GetValue(end), "--end", null) + 1,
                    Ansi = arguments.GetValue(ansi),
                    JoinWrapped = arguments.GetValue(join),
                },
                cancel);
            if (arguments.GetValue(json)) Json.Write(ToJson(target.Id, capture));
            else foreach (var line in capture.Lines) Console.Out.WriteLine(line.Text);
        });
        return verb;
    }

    private static long? Line(string? text, string option, long? dash) => text switch
    {
        null => null,
        "-" => dash,
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var line) => line,
        _ => throw new UsageException($"{option} {text}: write a number of lines, or -"),
    };

    private static object ToJson(string id, Capture capture) => new
    {
        id,
        firstLine = capture.FirstLine,
        columns = capture.Columns,
        rows = capture.Rows,
        cursor = new { column = capture.Cursor.Column, line = capture.Cursor.Line },
        lines = capture.Lines.Select(line => new { text = line.Text, wrapped = line.IsWrapped }),
    };
}
