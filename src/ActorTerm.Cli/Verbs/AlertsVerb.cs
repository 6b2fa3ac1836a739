using System.Globalization;
using ActorTerm.Cli.Options;
using ActorTerm.Cli.Output;
using ActorTerm.Client;

namespace ActorTerm.Cli.Verbs;

/// <summary><c>actorterm alerts</c>: the errors people should know of.</summary>
internal static class AlertsVerb
{
    public static Command Make()
    {
        var follow = new Option<bool>("--follow", "-f") { Description = "Go on with new ones until interrupted." };
        var json = SharedOptions.JsonOption();
        var verb = new Command("alerts", "List the alerts, the oldest first.") { follow, json, Show() };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var asJson = arguments.GetValue(json);
            await using var news = arguments.GetValue(follow) ? await connection.App.WatchAlertsAsync(cancel) : null;
            var known = await connection.App.ListAlertsAsync(cancel: cancel);
            foreach (var alert in known) Write(alert, asJson);
            if (news is null) return;

            var seen = known.Select(alert => alert.Id).ToHashSet();      // one raised while the list was made comes both ways
            await foreach (var alert in news.WithCancellation(cancel))
            {
                if (!seen.Remove(alert.Id)) Write(alert, asJson);
            }
        });
        return verb;
    }

    private static Command Show()
    {
        var id = new Argument<string>("id") { Description = "As `actorterm alerts` lists it." };
        var json = SharedOptions.JsonOption();
        var verb = new Command("show", "Print one alert whole, with its traceback.") { id, json };
        verb.OnHost(async (connection, arguments, cancel) =>
        {
            var alert = await connection.App.GetAlertAsync(arguments.GetValue(id)!, cancel);
            if (arguments.GetValue(json))
            {
                Json.Write(alert);
                return;
            }

            Write(alert, asJson: false);
            if (alert.Traceback is { } traceback) Console.Out.WriteLine(traceback.TrimEnd());
        });
        return verb;
    }

    private static void Write(Alert alert, bool asJson)
    {
        if (asJson) Json.WriteLine(alert);
        else Console.Out.WriteLine($"{alert.Id}  {alert.Time.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}  {alert.Source}  {alert.Message}");
    }
}
