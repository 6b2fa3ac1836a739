#:project ../src/ActorTerm.Client/ActorTerm.Client.csproj

// Offers add, times and show to everyone on the host, until it is stopped.
//
//   dotnet run samples/arithmetic.cs [SESSION]
//   actorterm invoke 'show(s: add(a: 1, b: times(a: 2, b: 3)))'
//
// show writes into the session that is named, else into the active one.
using System.Text.Json;
using ActorTerm.Client;

await using var connection = await Connection.ConnectAsync();
var session = connection.App.Session(args.FirstOrDefault() ?? Session.Active);

double add(double a, double b) => a + b;
double times(double a, double b) => a * b;
Task show(JsonElement s) => session.InjectAsync($"{s}\r\n");

await connection.RegisterAsync(add);
await connection.RegisterAsync(times);
await connection.RegisterAsync(show);
Console.WriteLine("registered add, times, show");
await connection.Completion;
