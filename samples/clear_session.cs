#:project ../src/ActorTerm.Client/ActorTerm.Client.csproj

// Offers clear_session, which clears the history of the session it is called in: the host fills session_id from the variable `id`
// of the caller's scope.
//
//   dotnet run samples/clear_session.cs
//   actorterm invoke --session active 'clear_session()'
using ActorTerm.Client;

await using var connection = await Connection.ConnectAsync();

Task clear_session([Reference("id")] string session_id) => connection.App.Session(session_id).InjectAsync("\e]1337;ClearScrollback\a");

await connection.RegisterAsync(clear_session);
Console.WriteLine("registered clear_session");
await connection.Completion;
