using System.Text.Json;
using ActorTerm.Language;
using static ActorTerm.Runtime.Coprocesses.CoprocessesProtocol;

namespace ActorTerm.Runtime.Functions;

/// <summary>
/// iTerm2's functions about the coprocess of a session: <c>run_coprocess(commandLine, mute?)</c>, <c>stop_coprocess()</c> and <c>get_coprocess()</c>. Each
/// is a method of sessions, as its Python library calls it, and a function for whatever runs in the scope of one: keys, triggers, the command line.
/// </summary>
internal static class CoprocessFunctions
{
    public static IEnumerable<BuiltIn> All =>
        new BuiltIn.BySession[]
        {
            new("run_coprocess", ["commandLine"], Run) { Optional = ["mute"] },
            new("stop_coprocess", [], Stop),
            new("get_coprocess", [], Get) { IsQuery = true },
        }.SelectMany(one => new[] { one with { Receiver = Variables.VariablesProtocol.ScopeKind.Session }, one });

    private static object? Run(BuiltIn.BySession function, Func<string, Value> argument, out EvaluationError? error)
    {
        error = null;
        if (!argument("commandLine").TryGetString(out var line)) error = PureFunctions.BadArgument(function.Signature, "commandLine", "a string", argument("commandLine"));
        if (!TryGetFlag(argument("mute"), out var mute)) error ??= PureFunctions.BadArgument(function.Signature, "mute", "a number", argument("mute"));
        return error is null
            ? new StartCoprocess(new CoprocessCommand.Shell(line!), new CoprocessOptions(Mute: mute), CoprocessSource.Function)
            : null;
    }

    private static object? Stop(BuiltIn.BySession function, Func<string, Value> argument, out EvaluationError? error)
    {
        error = null;
        return StopCoprocess.Instance;
    }

    private static object? Get(BuiltIn.BySession function, Func<string, Value> argument, out EvaluationError? error)
    {
        error = null;
        return GetCoprocess.Instance;
    }

    /// <summary>A number, of which 0 is false; and what scripts write for one.</summary>
    private static bool TryGetFlag(Value value, out bool flag)
    {
        flag = value.Kind == JsonValueKind.True || (value.TryGetNumber(out var number) && number != 0);
        return value.Kind is JsonValueKind.Null or JsonValueKind.Undefined or JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number;
    }
}
