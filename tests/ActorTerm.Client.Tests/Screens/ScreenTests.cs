using ActorTerm.Protocol;

namespace ActorTerm.Client.Tests;

public sealed class ScreenTests : IAsyncLifetime
{
    private StandInHost _host = null!;
    private Connection _connection = null!;
    private GetBufferResponse _buffer = Lines("one");

    private Session A => _connection.App.Session("A");

    public async Task InitializeAsync()
    {
        _host = (await StandInHost.StartAsync()).WhenSubscribed();
        _host.When(Asked.GetBufferRequest, _ => new() { GetBufferResponse = _buffer });
        _connection = await _host.ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _host.DisposeAsync();
    }

    private IEnumerable<GetBufferRequest> Reads => _host.Seen.Select(request => request.GetBufferRequest).Where(request => request is not null);

    [Fact]
    public async Task The_screen_the_last_lines_and_lines_by_number_are_three_ranges()
    {
        await A.GetScreenAsync();
        await A.GetLastLinesAsync(100, styles: true);
        await A.GetLinesAsync(4294967296, 10);

        var range = new CoordRange { Start = new() { X = 0, Y = 4294967296 }, End = new() { X = 0, Y = 4294967306 } };
        GetBufferRequest[] expected =
        [
            new() { Session = "A", LineRange = new() { ScreenContentsOnly = true } },
            new() { Session = "A", LineRange = new() { TrailingLines = 100 }, IncludeStyles = true },
            new() { Session = "A", LineRange = new() { WindowedCoordRange = new() { CoordRange = range } } },
        ];
        Assert.Equal(expected, Reads);
    }

    [Fact]
    public async Task Lines_come_with_their_numbers_the_cursor_and_their_wraps()
    {
        _buffer = Lines("long li", "ne", "next");
        _buffer.Contents[0].Continuation = LineContents.Types.Continuation.SoftEol;
        _buffer.Cursor = new() { X = 4, Y = 1002 };
        _buffer.WindowedCoordRange = new() { CoordRange = new() { Start = new() { Y = 1000 }, End = new() { Y = 1003 } } };

        var screen = await A.GetScreenAsync();

        Assert.Equal(["long li", "ne", "next"], screen.Lines.Select(line => line.Text));
        Assert.Equal([true, false, false], screen.Lines.Select(line => line.IsWrapped));
        Assert.Equal("long line\nnext\n", screen.Text);
        Assert.Equal((1000, new Cursor(4, 1002)), (screen.FirstLine, screen.Cursor));
    }

    [Fact]
    public async Task Lines_are_counted()
    {
        _host.When(Asked.GetPropertyRequest, _ => new()
        {
            GetPropertyResponse = new() { JsonValue = """{"overflow":5000000000,"grid":24,"history":100,"first_visible":5000000100}""" },
        });

        var counts = await A.GetLineCountsAsync();

        Assert.Equal(new LineCounts(5000000000, 100, 24), counts);
        Assert.Equal(5000000100, counts.FirstScreenLine);
    }

    [Fact]
    public async Task A_range_the_host_does_not_accept_is_an_exception()
    {
        _buffer = new() { Status = GetBufferResponse.Types.Status.InvalidLineRange };

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => A.GetLinesAsync(-1, 1));

        Assert.Equal("read the screen (session A): INVALID_LINE_RANGE", failure.Message);
    }

    [Fact]
    public async Task Watching_gives_the_screen_at_once_and_again_after_each_change()
    {
        await using var screens = await A.WatchScreenAsync();
        await using var reading = screens.GetAsyncEnumerator();
        var first = await reading.NextAsync();
        _buffer = Lines("two");
        await _host.NotifyAsync(Changed("B"));                     // another session's affair
        await _host.NotifyAsync(Changed("A"));
        var second = await reading.NextAsync();

        Assert.Equal(("one\n", "two\n"), (first.Text, second.Text));
        Assert.Equal(2, Reads.Count());
    }

    [Fact]
    public async Task A_slow_reader_gets_the_newest_and_is_owed_nothing()
    {
        _host.When(Asked.FocusRequest, _ => new() { FocusResponse = new() });
        await using var screens = await A.WatchScreenAsync();
        await using var reading = screens.GetAsyncEnumerator();
        await reading.NextAsync();

        _buffer = Lines("newest");
        for (var i = 0; i < 10_000; i++) await _host.NotifyAsync(Changed("A"));
        await _connection.App.GetFocusAsync();                     // all of them have been heard
        var newest = await reading.NextAsync();
        var waiting = reading.MoveNextAsync();
        await _connection.App.GetFocusAsync();

        Assert.Equal("newest\n", newest.Text);
        Assert.False(waiting.IsCompleted);
        Assert.Equal(2, Reads.Count());
        await screens.DisposeAsync();
        Assert.False(await waiting.AsTask().WithinPatience());
    }

    [Fact]
    public async Task It_ends_behind_the_last_screen_of_the_program()
    {
        await using var screens = await A.WatchScreenAsync();
        await using var reading = screens.GetAsyncEnumerator();
        await reading.NextAsync();
        _buffer = Lines("bye");
        await _host.NotifyAsync(new() { TerminateSessionNotification = new() { SessionId = "B" } });
        await _host.NotifyAsync(new() { TerminateSessionNotification = new() { SessionId = "A" } });

        Assert.Equal("bye\n", (await reading.NextAsync()).Text);
        Assert.False(await reading.MoveNextAsync().AsTask().WithinPatience());
    }

    [Fact]
    public async Task It_ends_without_one_where_the_session_is_closed()
    {
        await using var screens = await A.WatchScreenAsync();
        await using var reading = screens.GetAsyncEnumerator();
        await reading.NextAsync();
        _buffer = new() { Status = GetBufferResponse.Types.Status.SessionNotFound };
        await _host.NotifyAsync(new() { TerminateSessionNotification = new() { SessionId = "A" } });

        Assert.False(await reading.MoveNextAsync().AsTask().WithinPatience());
    }

    [Fact]
    public async Task The_active_session_stays_the_one_it_was_when_watching_began()
    {
        _host.When(Asked.VariableRequest, _ => new() { VariableResponse = new() { Values = { "\"A\"" } } });

        await using var screens = await _connection.App.Session(Session.Active).WatchScreenAsync();
        await using var reading = screens.GetAsyncEnumerator();
        await reading.NextAsync();

        Assert.Equal("A", Reads.Single().Session);
    }

    private static GetBufferResponse Lines(params string[] lines) =>
        new() { Contents = { lines.Select(text => new LineContents { Text = text, Continuation = LineContents.Types.Continuation.HardEol }) } };

    private static Notification Changed(string session) => new() { ScreenUpdateNotification = new() { Session = session } };
}
