using System.Globalization;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm trigger</c>: what a session does by itself when its program prints something.</summary>
internal static class TriggerVerb
{
    /// <summary>Lines of a file that are tried at a time: a large file must not become one large message.</summary>
    private const int LinesAtOnce = 10_000;

    private static readonly Option<bool> OfProfile = new("--profile") { Description = "The target is a profile's name, and its triggers those of sessions made with it from now on." };

    public static Command Make() => new("trigger", "Add, list, change and try triggers.") { Add(), List(), Enable(), Disable(), Remove(), Test(), Captured() };

    /// <summary>What runs when each fires, for people.</summary>
    public static void Write(IEnumerable<TriggerInfo> triggers)
    {
        var rows = triggers.ToList();
        if (rows.Count == 0) return;

        Table.Write(["NUMBER", "STATE", "NAME", "ON", "ACTION", "FIRED", "PARAMETER"], rows.Select(Row));
        foreach (var trigger in rows.Where(trigger => (trigger.Error ?? trigger.Note) is not null))
            Console.Out.WriteLine($"{trigger.Number}: {trigger.Error ?? trigger.Note}");
    }

    private static Argument<string> Target() => new("target")
    {
        HelpName = "session",
        Description = "A session's id, a unique beginning of it, its name, or `active`.",
        CompletionSources = { Completion.Sessions },
    };

    private static Argument<string> Which() => new("trigger") { Description = "Its number, as `trigger ls` has it, or its name." };

    private static Command Add()
    {
        var target = Target();
        var pattern = new Argument<string?>("pattern") { Description = "A regular expression, as iTerm2 has them (ICU).", Arity = ArgumentArity.ZeroOrOne };
        var options = new TriggerOptions();
        var verb = new Command("add", "Add a trigger behind the others, and print its number.") { target, pattern, OfProfile };
        options.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var json = options.Read(arguments, arguments.GetValue(pattern));
            var list = await (await Find(connection, arguments, target, cancel)).AddAsync(json, cancel);
            if (list[^1].Note is { } note) Console.Error.WriteLine($"actorterm: {note}");
            Console.Out.WriteLine(list[^1].Number);
        });
        return verb;
    }

    private static Command List()
    {
        var target = Target();
        var json = SharedOptions.JsonOption();
        var verb = new Command("ls", "List the triggers, with what each would run.") { target, OfProfile, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var triggers = await (await Find(connection, arguments, target, cancel)).ListAsync(cancel);
            if (arguments.GetValue(json)) Json.WriteAll(triggers.Select(TriggerJson.Of));
            else Write(triggers);
        });
        return verb;
    }

    private static Command Enable() => Change("enable", "Turn a trigger on.", (set, trigger, cancel) => set.EnableAsync(trigger, cancel));

    private static Command Disable() => Change("disable", "Turn a trigger off.", (set, trigger, cancel) => set.DisableAsync(trigger, cancel));

    private static Command Remove() => Change("rm", "Remove a trigger; those behind it move up.", (set, trigger, cancel) => set.RemoveAsync(trigger, cancel));

    private static Command Change(string name, string description, Func<TriggerSet, string, CancellationToken, Task> change)
    {
        var (target, which) = (Target(), Which());
        var verb = new Command(name, description) { target, which, OfProfile };
        verb.OnHost(async (connection, arguments, cancel) => await change(await Find(connection, arguments, target, cancel), arguments.GetValue(which)!, cancel));
        return verb;
    }

    private static Command Test()
    {
        var pattern = new Argument<string>("pattern") { Description = "A regular expression, as iTerm2 has them (ICU)." };
        var file = new Option<string?>("--file") { Description = "On the lines of this file; `-` is standard input." };
        var session = new Option<string?>("--session") { HelpName = "session", Description = "On the screen and history of this session.", CompletionSources = { Completion.Sessions } };
        var json = SharedOptions.JsonOption();
        var options = new TriggerOptions();
        var verb = new Command("test", "Show what a trigger would do, with what it would capture. Nothing is done.") { pattern, file, session, json };
        options.AddToTest(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var trigger = options.ReadForTest(arguments, arguments.GetValue(pattern)!);
            var test = (arguments.GetValue(file), arguments.GetValue(session)) switch
            {
                ({ } path, null) => await TestOnLines(connection, trigger, await ReadLines(path, cancel), cancel),
                (null, { } text) => await (await connection.App.FindSessionAsync(text, cancel)).TestTriggerAsync(trigger, cancel),
                _ => throw new UsageException("on what? give --file FILE or --session SESSION"),
            };
            if (arguments.GetValue(json)) Json.Write(TriggerTestJson.Of(test));
            else Write(test);
            return test.Matches.Count > 0 ? ExitCodes.Ok : ExitCodes.Failure;
        });
        return verb;
    }

    private static Command Captured()
    {
        var session = SharedOptions.SessionArgument();
        var json = SharedOptions.JsonOption();
        var verb = new Command("captured", "List the lines that Capture Output triggers recorded, the oldest first.") { session, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var captured = await (await connection.Session(arguments, session, cancel)).ListCapturedOutputAsync(cancel);
            if (arguments.GetValue(json)) Json.WriteAll(captured.Select(CapturedOutputJson.Of));
            else if (captured.Count > 0) Table.Write(["TIME", "LINE", "TRIGGER", "TEXT"], captured.Select(Row));
        });
        return verb;
    }

    private static async Task<TriggerSet> Find(Connection connection, ParseResult arguments, Argument<string> target, CancellationToken cancel) =>
        arguments.GetValue(OfProfile)
            ? connection.App.TriggersOf(arguments.GetValue(target)!)
            : (await connection.Session(arguments, target, cancel)).Triggers;

    private static async Task<IReadOnlyList<string>> ReadLines(string path, CancellationToken cancel) => path == "-"
        ? System.Text.Encoding.UTF8.GetString(await StandardInput.ReadAsync(cancel)).Split('\n').Select(line => line.TrimEnd('\r')).ToList()
        : await File.ReadAllLinesAsync(path, cancel);

    private static async Task<TriggerTest> TestOnLines(Connection connection, string trigger, IReadOnlyList<string> lines, CancellationToken cancel)
    {
        var (matches, timedOut) = (new List<TriggerMatch>(), 0L);
        for (var first = 0; first == 0 || first < lines.Count; first += LinesAtOnce)
        {
            var some = await connection.App.TestTriggerAsync(trigger, lines.Skip(first).Take(LinesAtOnce), cancel);
            matches.AddRange(some.Matches.Select(match => match with { Line = first + match.Line }));
            timedOut += some.TimedOut;
        }

        return new TriggerTest(matches, lines.Count, timedOut);
    }

    private static void Write(TriggerTest test)
    {
        foreach (var match in test.Matches)
        {
            Console.Out.WriteLine($"line {match.Line}: {Shown(match.Text)}");
            for (var i = 0; i < match.Captures.Count; i++) Console.Out.WriteLine($"  \\{i}  {Shown(match.Captures[i])}");
            if (match.Parameter is { Length: > 0 } parameter) Console.Out.WriteLine($"  ->  {Shown(parameter.ReplaceLineEndings("\\n"))}");
        }

        Console.Out.WriteLine($"{Count(test.Matches.Count, "match", "matches")} in {Count(test.Lines, "line", "lines")}{(test.TimedOut > 0 ? $"; {Count(test.TimedOut, "line", "lines")} took too long" : "")}");
    }

    private static string Count(long count, string one, string more) => $"{count} {(count == 1 ? one : more)}";

    private static IReadOnlyList<string> Row(TriggerInfo trigger) =>
    [
        trigger.Number.ToString(CultureInfo.InvariantCulture),
        trigger.Error is not null ? "error" : trigger.Note is not null ? "idle" : trigger.IsStopped ? "stopped" : trigger.IsEnabled ? trigger.IsInstant ? "instant" : "on" : "off",
        trigger.Name ?? "",
        trigger.On,
        trigger.Action,
        trigger.Fired.ToString(CultureInfo.InvariantCulture),
        Shown(trigger.Parameter ?? ""),
    ];

    private static IReadOnlyList<string> Row(CapturedOutput captured) =>
    [
        captured.Time.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture), captured.Match.Line.ToString(CultureInfo.InvariantCulture), captured.Trigger, captured.Match.Text,
    ];

    private static string Shown(string text) => string.Concat(text.Select(c => char.IsControl(c) ? '·' : c));
}
