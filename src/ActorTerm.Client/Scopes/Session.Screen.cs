using System.Runtime.CompilerServices;
using ActorTerm.Protocol;

namespace ActorTerm.Client;

public sealed partial class Session
{
    /// <summary>What the screen shows now.</summary>
    /// <param name="styles">Colours and attributes too.</param>
    public Task<ScreenContents> GetScreenAsync(bool styles = false, CancellationToken cancel = default) =>
        GetBufferAsync(new LineRange { ScreenContentsOnly = true }, styles, cancel);

    /// <summary>The last lines, from the history too where the screen has fewer.</summary>
    public Task<ScreenContents> GetLastLinesAsync(int count, bool styles = false, CancellationToken cancel = default) =>
        GetBufferAsync(new LineRange { TrailingLines = count }, styles, cancel);

    /// <summary>Lines by their absolute number. Those that left the history are left out.</summary>
    /// <param name="first">Counted from 0 since the session began (<see cref="LineCounts"/>).</param>
    public Task<ScreenContents> GetLinesAsync(long first, int count, bool styles = false, CancellationToken cancel = default)
    {
        var range = new CoordRange { Start = new() { X = 0, Y = first }, End = new() { X = 0, Y = first + count } };
        return GetBufferAsync(new LineRange { WindowedCoordRange = new() { CoordRange = range } }, styles, cancel);
    }

    /// <summary>How many lines there are, and which numbers they have.</summary>
    public async Task<LineCounts> GetLineCountsAsync(CancellationToken cancel = default)
    {
        var request = new GetPropertyRequest { SessionId = Id, Name = "number_of_lines" };
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { GetPropertyRequest = request }, cancel);
        Answer.Check(message.GetPropertyResponse.Status, GetPropertyResponse.Types.Status.Ok, "count lines", About);
        var counts = Json.Parse(message.GetPropertyResponse.JsonValue);
        return new LineCounts(counts.GetProperty("overflow").GetInt64(), counts.GetProperty("history").GetInt32(), counts.GetProperty("grid").GetInt32());
    }

    /// <summary>
    /// The screen now, and again whenever it has changed. A reader that is slower than the screen gets the newest each time
    /// and never falls behind. It ends, behind the last screen, when the program does.
    /// </summary>
    /// <param name="styles">Colours and attributes too.</param>
    public async Task<Subscription<ScreenContents>> WatchScreenAsync(bool styles = false, CancellationToken cancel = default)
    {
        var session = Connection.App.Session(await ConcreteIdAsync(cancel));
        var signal = new ScreenSignal(session.Id);
        await Connection.Subscriptions.ListenAsync(signal.Listener, cancel);
        return new Subscription<ScreenContents>(session.ScreensAsync(signal, styles), () => Connection.Subscriptions.LeaveAsync(signal.Listener));
    }

    private async IAsyncEnumerable<ScreenContents> ScreensAsync(ScreenSignal signal, bool styles, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        while (await signal.WaitAsync(cancel))
        {
            ScreenContents screen;
            try
            {
                screen = await GetScreenAsync(styles, cancel);
            }
            catch (RequestFailedException) when (signal.HasTerminated)
            {
                yield break;                                       // closed, and its screen with it
            }
            yield return screen;
        }
    }

    private async Task<ScreenContents> GetBufferAsync(LineRange range, bool styles, CancellationToken cancel)
    {
        var request = new GetBufferRequest { Session = Id, LineRange = range };
        if (styles) request.IncludeStyles = true;
        var message = await Connection.RequestAsync(new ClientOriginatedMessage { GetBufferRequest = request }, cancel);
        Answer.Check(message.GetBufferResponse.Status, GetBufferResponse.Types.Status.Ok, "read the screen", About);
        return ScreenContents.Of(message.GetBufferResponse);
    }
}
