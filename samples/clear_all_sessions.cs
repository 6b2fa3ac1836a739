#:project ../src/ActorTerm.Client/ActorTerm.Client.csproj

// Offers clear_all_sessions, which clears the history of every session.
//
//   dotnet run samples/clear_all_sessions.cs
//   actorterm invoke 'clear_all_sessions()'
using ActorTerm.Client;

await using var connection = await Connection.ConnectAsync();

async Task clear_all_sessions()
{
    var layout = await connection.App.GetLayoutAsync();
    foreach (var window in layout.Windows)
        foreach (var tab in window.Tabs)
            foreach (var session in tab.Sessions)
                await session.InjectAsync("\e]1337;ClearScrollback\a");
}

await connection.RegisterAsync(clear_all_sessions);
Console.WriteLine("registered clear_all_sessions");
await connection.Completion;
