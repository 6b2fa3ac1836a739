using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorTerm.Benchmarks.Harness;
using ActorTerm.Client;

namespace ActorTerm.Benchmarks.Soak;

/// <summary>
/// Files that go through sessions by lrzsz's ZMODEM: the protocol's first line fires a trigger, which starts the other end as a silent coprocess. A
/// transfer counts when the file arrived whole, both ends say so, and the screen shows that line and nothing else until the program prints again.
/// </summary>
/// <remarks>
/// Nobody helps: <c>sz</c> flushes its terminal right behind its farewell, which is lost by that, and <c>rz</c> waits for it three times ten seconds.
/// Hence several at once.
/// </remarks>
internal static class Transfers
{
    private const int Count = 50;
    private const int AtOnce = 10;
    private const int Bytes = 5 << 20;

    /// <summary>Many times what the slowest needs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Direction FromSession = new("out of a session", "sz -b -q from/file", @"\*\*B0{14}", "cd to && exec rz -b -q -y");

    private static readonly Direction ToSession = new("into a session", "cd to && rz -b -q -y", @"\*\*B0100", "exec sz -b -q from/file");

    public static IEnumerable<Row> Rows() => from direction in (Direction[])[FromSession, ToSession] select new Row(
        $"ZMODEM {direction.Name}, begun by a trigger: files of 5 MiB whole, screens untouched, of {Count}",
        "transfers",
        Once.Side(() => Whole(direction)),
        null,
        Goal.AtLeast(Count));

    /// <returns>How many were as they are to be; of the others it is said why not.</returns>
    private static double Whole(Direction direction)
    {
        using var host = new SoakHost();
        var whole = 0;
        Parallel.For(0, Count, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, number =>
        {
            try
            {
                TransferAsync(host, direction, number).WaitAsync(Patience).GetAwaiter().GetResult();
                Interlocked.Increment(ref whole);
            }
            catch (Exception e) when (e is ActorTermException or InvalidOperationException or TimeoutException or IOException)
            {
                Console.Error.WriteLine($"transfer {number} {direction.Name}: {e.Message}");
            }
        });
        return whole;
    }

    private static async Task TransferAsync(SoakHost host, Direction direction, int number)
    {
        var folder = Directory.CreateTempSubdirectory("at-zm-");
        try
        {
            var (from, to) = (folder.CreateSubdirectory("from"), folder.CreateSubdirectory("to"));
            var sent = new byte[Bytes];
            new Random(number).NextBytes(sent);
            await File.WriteAllBytesAsync(Path.Combine(from.FullName, "file"), sent);

            await using var script = await Connection.ConnectAsync(new ConnectOptions { Socket = host.Socket });
            await using var subscription = await script.App.WatchEventsAsync(["coprocess.started", "coprocess.ended"]);
            await using var events = subscription.GetAsyncEnumerator();
            var program = $"stty -echo; {Until("go")}; ({direction.Program}); code=$?; {Until("over")}; echo; echo code $code";
            var session = script.App.Session(host.New("sh", "-c", $"cd {folder.FullName}; {program}; read more"));
            var coprocess = $"cd {folder.FullName}; {direction.Coprocess}";
            await session.Triggers.AddAsync(JsonSerializer.Serialize(
                new { action = "MuteCoprocessTrigger", regex = direction.Pattern, parameter = coprocess, lockInput = true }));

            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "go"), "");
            await NextAsync(events, session, "coprocess.started");
            var before = await ShownAsync(session);
            var ended = await NextAsync(events, session, "coprocess.ended");
            var after = await ShownAsync(session);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "over"), "");
            if (await session.WaitAsync(new WaitOptions { Text = @"^code \d+$" }) is not WaitResult.Matched) throw new InvalidOperationException("the program ended");
            var last = await ShownAsync(session);
            await session.CloseAsync();

            var received = SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(to.FullName, "file")));
            var complaint =
                !Regex.IsMatch(before, $@"\A{direction.Pattern}\w*\n+0:\d+, \d+:\d+\z") ? $"another line fired: {before}"
                : after != before ? $"the screen was {before} and became {after}"
                : !last.Contains("\ncode 0\n", StringComparison.Ordinal) ? $"the session's end failed: {last}"
                : ended.GetProperty("reason").GetString() != "exited" || ended.GetProperty("exitCode").GetInt32() != 0 ? $"the coprocess failed: {ended}"
                : !received.SequenceEqual(SHA256.HashData(sent)) ? "another file arrived"
                : null;
            if (complaint is not null) throw new InvalidOperationException(complaint);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>For a shell: waits until there is a file, and prints nothing.</summary>
    private static string Until(string file) => $"until [ -e {file} ]; do sleep 0.1; done";

    private static async Task<JsonElement> NextAsync(IAsyncEnumerator<HostEvent> events, Session session, string kind)
    {
        while (await events.MoveNextAsync())
        {
            if (events.Current.SessionId == session.Id && events.Current.Kind == kind) return events.Current.Data;
        }

        throw new InvalidOperationException($"no {kind}");
    }

    /// <summary>The screen, the number of its first line, and where the cursor stands.</summary>
    private static async Task<string> ShownAsync(Session session)
    {
        var screen = await session.GetScreenAsync();
        return $"{screen.Text}{screen.FirstLine}:{screen.Lines.Count}, {screen.Cursor.Line}:{screen.Cursor.Column}";
    }

    /// <param name="Pattern">Of the line with which the program begins.</param>
    private sealed record Direction(string Name, string Program, string Pattern, string Coprocess);
}
