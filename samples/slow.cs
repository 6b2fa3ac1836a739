#:project ../src/ActorTerm.Client/ActorTerm.Client.csproj

// Offers slow, for which callers wait 5 seconds as usual, and patient, for which they wait 9.
//
//   dotnet run samples/slow.cs
//   actorterm invoke 'patient(seconds: 7)'
//   actorterm invoke 'slow(seconds: 7)'       the caller has given up by then; the function runs on and says so here
using ActorTerm.Client;

await using var connection = await Connection.ConnectAsync();

async Task<string> slow(double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"done after {seconds} s");
    return $"{seconds} s";
}

Task<string> patient(double seconds) => slow(seconds);

await connection.RegisterAsync(slow);
await connection.RegisterAsync(patient, timeout: TimeSpan.FromSeconds(9));
Console.WriteLine("registered slow, patient");
await connection.Completion;
