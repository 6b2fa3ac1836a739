using System.CommandLine.Parsing;
using System.Globalization;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm coprocess</c>: a process that reads what a session's program prints and types what it prints itself.</summary>
internal static class CoprocessVerb
{
    public static Command Make() => new("coprocess", "Start, stop and look at the coprocess of a session.") { Start(), Stop(), Status() };

    private static Command Start()
    {
        var words = new Argument<string[]>("command")
        {
            HelpName = "session",
            Description = "SESSION -- COMMAND: behind -- a program and its arguments, or one word that is a line for the shell.",
            Arity = ArgumentArity.ZeroOrMore,
            CompletionSources = { Completion.Sessions },
        };
        var mute = new Option<bool>("--mute") { Description = "Keep what the session's program prints off the screen while the coprocess runs; the coprocess has it all." };
        var lockInput = new Option<bool>("--lock-input") { Description = "Refuse what others type meanwhile." };
        var newline = Word("--newline", "What becomes of the line feeds that it prints: raw leaves them, cr makes them what the Return key sends.", "raw", "cr");
        var full = Word(
            "--on-stdin-full",
            "When it does not read: block the session's program, and end a coprocess that blocks it too long; kill the coprocess; or unbounded memory.",
            "block", "kill", "unbounded");
        var answer = new Option<bool>("--answer-queries") { Description = "With --mute: answer the program's questions to its terminal all the same." };
        var json = SharedOptions.JsonOption();
        var verb = new Command("start", "Start a coprocess; a session has at most one.") { words, mute, lockInput, newline, full, answer, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var (text, command) = Split(arguments, words);
            var session = await connection.App.FindSessionAsync(text, cancel);
            var options = new CoprocessOptions
            {
                Mute = arguments.GetValue(mute),
                LockInput = arguments.GetValue(lockInput),
                Newline = arguments.GetValue(newline) == "cr" ? CoprocessNewline.Cr : CoprocessNewline.Raw,
                OnStdinFull = arguments.GetValue(full) switch { "kill" => StdinFull.Kill, "unbounded" => StdinFull.Unbounded, _ => StdinFull.Block },
                AnswerQueries = arguments.GetValue(answer),
            };
            var started = await session.StartCoprocessAsync(command, options, cancel);
            if (arguments.GetValue(json)) Json.Write(CoprocessJson.Of(session.Id, started));
            else Console.Out.WriteLine(started.Pid.ToString(CultureInfo.InvariantCulture));
        });
        return verb;
    }

    private static Command Stop()
    {
        var argument = SharedOptions.SessionArgument();
        var verb = new Command("stop", "End the coprocess of a session, by SIGTERM and then by SIGKILL.") { argument };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            if (await (await connection.Session(arguments, argument, cancel)).StopCoprocessAsync(cancel)) return ExitCodes.Ok;

            Console.Error.WriteLine("actorterm: there is no coprocess to stop");
            return ExitCodes.Failure;
        });
        return verb;
    }

    private static Command Status()
    {
        var argument = SharedOptions.SessionArgument();
        var json = SharedOptions.JsonOption();
        var verb = new Command("status", "Show the coprocess of a session, if one runs.") { argument, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var session = await connection.Session(arguments, argument, cancel);
            var running = await session.GetCoprocessAsync(cancel);
            if (arguments.GetValue(json)) Json.Write(CoprocessJson.Of(session.Id, running));
            else if (running is null) Console.Out.WriteLine("none");
            else Table.Write(["PID", "SINCE", "STARTED BY", "OPTIONS", "COMMAND"], [Row(running)]);
        });
        return verb;
    }

    private static IReadOnlyList<string> Row(Coprocess running) =>
    [
        running.Pid.ToString(CultureInfo.InvariantCulture),
        running.StartedAt.LocalDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture),
        running.Source,
        Words(running.Options),
        running.Command,
    ];

    private static string Words(CoprocessOptions options)
    {
        var words = new List<string>();
        if (options.Mute) words.Add("mute");
        if (options.LockInput) words.Add("lock-input");
        if (options.Newline != CoprocessNewline.Raw) words.Add("newline=cr");
        if (options.OnStdinFull != StdinFull.Block) words.Add($"on-stdin-full={options.OnStdinFull.ToString().ToLowerInvariant()}");
        if (options.AnswerQueries) words.Add("answer-queries");
        return words.Count > 0 ? string.Join(',', words) : "-";
    }

    private static Option<string> Word(string name, string description, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => words[0] };
        option.AcceptOnlyFromAmong(words);
        return option;
    }

    /// <exception cref="UsageException">There is not exactly one session before <c>--</c>, or nothing behind it.</exception>
    private static (string Session, IReadOnlyList<string> Command) Split(ParseResult arguments, Argument<string[]> words)
    {
        var all = arguments.GetValue(words) ?? [];
        var behind = arguments.Tokens.SkipWhile(token => token.Type != TokenType.DoubleDash).Skip(1).Count();
        if (behind == 0) throw new UsageException("start what? write the command behind --: actorterm coprocess start active -- ./chat.py");
        if (all.Length - behind != 1) throw new UsageException("one session stands before --");
        return (all[0], all[1..]);
    }
}
