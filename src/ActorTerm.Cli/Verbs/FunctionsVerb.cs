using System.Globalization;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm functions</c>: what scripts registered.</summary>
internal static class FunctionsVerb
{
    public static Command Make()
    {
        var json = SharedOptions.JsonOption();
        var verb = new Command("functions", "List the functions that scripts registered, with their statistics.") { json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var functions = (await connection.App.ListFunctionsAsync(cancel: cancel)).Where(function => function.Registered is not null).ToList();
            if (arguments.GetValue(json))
                Json.WriteAll(functions.Select(function => FunctionJson.Of(function.Signature, function.Registered!)));
            else if (functions.Count > 0)
            {
                Table.Write(
                    ["FUNCTION", "TIMEOUT", "CALLS", "FAILED", "TIMED OUT", "SCRIPT"],
                    functions.Select(function => (IReadOnlyList<string>)
                    [
                        function.Signature,
                        $"{function.Registered!.Timeout.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s",
                        Number(function.Registered!.Calls),
                        Number(function.Registered.Failures),
                        Number(function.Registered.Timeouts),
                        function.Registered.Script ?? "",
                    ]));
            }
        });
        return verb;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
