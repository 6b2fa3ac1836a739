using ActorTerm.Cli.Attaching;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm keys</c>: what keys are bound to.</summary>
internal static class KeysVerb
{
    public static Command Make()
    {
        var session = OptionalSession();
        var json = SharedOptions.JsonOption();
        var verb = new Command("keys", "List key bindings, show what keys do, press keys.") { session, json, Show(), Press() };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var bindings = arguments.GetValue(session) is { } text
                ? await (await connection.App.FindSessionAsync(text, cancel)).ListKeysAsync(cancel)
                : await connection.App.ListKeysAsync(cancel);
            if (arguments.GetValue(json)) Json.WriteAll(bindings.Select(KeyJson.Of));
            else if (bindings.Count > 0) Write(bindings);
        });
        return verb;
    }

    public static void Write(IReadOnlyList<KeyBinding> bindings) => Table.Write(["KEY", "SCOPE", "ACTION", "PARAMETER"], bindings.Select(Row));

    /// <summary>What a key is bound to, in one line.</summary>
    public static string Describe(KeyBinding? binding) => binding is null ? "the program" : $"{binding.ActionName}{Parameter(binding)}  ({KeyJson.ScopeWord(binding.Scope)})";

    private static Command Show()
    {
        var session = SharedOptions.SessionArgument();
        session.DefaultValueFactory = _ => Session.Active;
        var verb = new Command("show", "Print each key as you press it and what it is bound to in a session, until C-c; nothing is done with them.") { session };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var target = await connection.Session(arguments, session, cancel);
            await new KeyShow(target).Run(cancel);
        });
        return verb;
    }

    private static Command Press()
    {
        var session = SharedOptions.SessionArgument();
        var keys = new Argument<string[]>("key") { Description = "By tmux's names: C-h, Up, M-x, F5, or one character.", Arity = ArgumentArity.OneOrMore };
        var json = SharedOptions.JsonOption();
        var verb = new Command("press", "Press keys as an attached viewer does, so that bindings and filters of scripts apply; `send --keys` goes past them.") { session, keys, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var target = await connection.Session(arguments, session, cancel);
            var pressed = await target.PressKeysAsync(arguments.GetValue(keys)!, cancel);
            if (arguments.GetValue(json)) Json.WriteAll(pressed.Select(PressedKeyJson.Of));
            else foreach (var key in pressed.Where(key => key.Fate != KeyFate.Typed)) Console.Out.WriteLine($"{key.Name}  {Fate(key)}");
            foreach (var failed in pressed.Where(key => key.Error is not null)) Console.Error.WriteLine($"actorterm: {failed.Name}: {failed.Error}");
            return pressed.Any(key => key.Error is not null) ? ExitCodes.Failure : ExitCodes.Ok;
        });
        return verb;
    }

    private static string Fate(PressedKey key) => key.Fate switch
    {
        KeyFate.Bound => Describe(key.Binding),
        KeyFate.Filtered => "kept by a script's filter",
        KeyFate.Leader => "leader",
        _ => "the program",
    };

    private static IReadOnlyList<string> Row(KeyBinding binding) =>
    [
        binding.Name ?? binding.Key,
        KeyJson.ScopeWord(binding.Scope) + (binding.IsShadowed ? " (shadowed)" : ""),
        binding.ActionName + (binding.IsServed ? "" : " (not on this host)"),
        Visible(binding.Parameter),
    ];

    private static string Parameter(KeyBinding binding) => binding.Parameter.Length == 0 ? "" : $"  {Visible(binding.Parameter)}";

    /// <summary>On one line: control characters as HOCON and JSON write them.</summary>
    private static string Visible(string text) => string.Concat(text.Select(letter => letter switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        < ' ' or '\x7f' => $"\\u{(int)letter:x4}",
        _ => letter.ToString(),
    }));

    private static Argument<string?> OptionalSession() => new("session")
    {
        HelpName = "session",
        Description = "A session's id, a unique beginning of it, its name, or `active`. Default: what a new session of the default profile has.",
        Arity = ArgumentArity.ZeroOrOne,
        CompletionSources = { Completion.Sessions },
    };
}
