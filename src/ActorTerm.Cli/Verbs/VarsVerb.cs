using System.Text.Json;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm vars</c>: variables of the app, a window, a tab or a session.</summary>
internal static class VarsVerb
{
    public static Command Make() => new("vars", "Read, set and watch variables.") { Get(), Set(), Watch() };

    /// <summary>What people write for a value: JSON, and whatever is no JSON is a text.</summary>
    internal static JsonElement ReadValue(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return JsonSerializer.SerializeToElement(text, JsonForms.Default.String);
        }
    }

    private static Command Get()
    {
        var name = new Argument<string?>("name") { Description = "Or a path, such as tab.title. Default: all of them, each as text.", Arity = ArgumentArity.ZeroOrOne };
        var scope = new ScopeOptions();
        var verb = new Command("get", "Print a variable as JSON; null when it is not set.") { name };
        scope.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var where = await scope.Find(connection.App, arguments, cancel);
            if (arguments.GetValue(name) is { } one) Console.Out.WriteLine((await where.GetVariableAsync(one, cancel)).GetRawText());
            else Json.Write(await where.GetAllVariablesAsync(cancel));
        });
        return verb;
    }

    private static Command Set()
    {
        var name = new Argument<string>("name") { Description = "`user.` and one name without dots." };
        var value = new Argument<string>("value") { Description = "JSON; what is no JSON is a text. null: it is no longer set." };
        var scope = new ScopeOptions();
        var verb = new Command("set", "Set a variable.") { name, value };
        scope.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var where = await scope.Find(connection.App, arguments, cancel);
            await where.SetVariableAsync(arguments.GetValue(name)!, ReadValue(arguments.GetValue(value)!), cancel);
        });
        return verb;
    }

    private static Command Watch()
    {
        var name = new Argument<string>("name") { Description = "Or a path. It need not be set yet." };
        var scope = new ScopeOptions();
        var verb = new Command("watch", "Print every change of a variable, one JSON object a line, until interrupted.") { name };
        scope.AddTo(verb);
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var where = await scope.Find(connection.App, arguments, cancel);
            await using var changes = await where.WatchVariableAsync(arguments.GetValue(name)!, cancel);
            await foreach (var change in changes.WithCancellation(cancel)) Json.WriteLine(VariableJson.Of(change));
        });
        return verb;
    }
}
