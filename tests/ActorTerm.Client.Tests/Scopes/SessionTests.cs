using System.Text;
using ActorTerm.Protocol;
using Google.Protobuf;

namespace ActorTerm.Client.Tests;

/// <summary>Which request a method makes, and what it makes of the answer.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private StandInHost _host = null!;
    private Connection _connection = null!;

    private Session A => _connection.App.Session("A");

    public async Task InitializeAsync()
    {
        _host = await StandInHost.StartAsync();
        _connection = await _host.ConnectAsync();
    }

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Text_goes_as_it_is_and_to_the_broadcast_domain_unless_told_otherwise()
    {
        _host.When(Asked.SendTextRequest, _ => new() { SendTextResponse = new() });

        await A.SendTextAsync("ls\r");
        await A.SendTextAsync("ls\r", broadcast: false);

        SendTextRequest[] expected = [new() { Session = "A", Text = "ls\r" }, new() { Session = "A", Text = "ls\r", SuppressBroadcast = true }];
        Assert.Equal(expected, _host.Seen.Select(request => request.SendTextRequest));
    }

    [Fact]
    public async Task Bytes_are_injected_as_they_are_and_text_as_UTF8()
    {
        _host.When(Asked.InjectRequest, _ => new() { InjectResponse = new() { Status = { InjectResponse.Types.Status.Ok } } });

        await A.InjectAsync(new byte[] { 0x1b, 0, 0xff });
        await A.InjectAsync("ä");

        Assert.Equal([0x1b, 0, 0xff], _host.Seen[0].InjectRequest.Data.ToByteArray());
        Assert.Equal(Encoding.UTF8.GetBytes("ä"), _host.Seen[1].InjectRequest.Data.ToByteArray());
        Assert.Equal(["A"], _host.Seen[1].InjectRequest.SessionId);
    }

    [Fact]
    public async Task A_session_that_is_gone_is_named_in_the_failure()
    {
        _host.When(Asked.InjectRequest, _ => new() { InjectResponse = new() { Status = { InjectResponse.Types.Status.SessionNotFound } } });

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => A.InjectAsync("x"));

        Assert.Equal(("SESSION_NOT_FOUND", "inject (session A): SESSION_NOT_FOUND"), (failure.Status, failure.Message));
    }

    [Fact]
    public async Task A_split_gives_the_new_session()
    {
        _host.When(Asked.SplitPaneRequest, _ => new() { SplitPaneResponse = new() { SessionId = { "B" } } });

        var made = await A.SplitAsync(vertical: true, before: true, profile: "Default");

        Assert.Equal(_connection.App.Session("B"), made);
        var expected = new SplitPaneRequest
        {
            Session = "A",
            SplitDirection = SplitPaneRequest.Types.SplitDirection.Vertical,
            Before = true,
            ProfileName = "Default",
        };
        Assert.Equal(expected, _host.Seen.Single().SplitPaneRequest);
    }

    [Fact]
    public async Task A_tab_and_a_window_are_made_by_the_same_request()
    {
        _host.When(Asked.CreateTabRequest, _ => new() { CreateTabResponse = new() { WindowId = "pty-1", TabId = 1000001, SessionId = "B" } });
        var app = _connection.App;

        var inNewWindow = await app.CreateWindowAsync();
        var inThatWindow = await app.Window("pty-1").CreateTabAsync("Default", index: 0, select: false);

        Assert.Equal(new Created(app.Window("pty-1"), app.Tab("1000001"), app.Session("B")), inNewWindow);
        Assert.Equal(inNewWindow, inThatWindow);
        CreateTabRequest[] expected = [new(), new() { WindowId = "pty-1", ProfileName = "Default", TabIndex = 0, SelectTab = false }];
        Assert.Equal(expected, _host.Seen.Select(request => request.CreateTabRequest));
    }

    [Fact]
    public async Task Closing_never_asks_and_one_answer_is_for_one_thing()
    {
        _host.When(Asked.CloseRequest, _ => new() { CloseResponse = new() { Statuses = { CloseResponse.Types.Status.Ok } } });

        await A.CloseAsync();
        await _connection.App.Tab("7").CloseAsync();
        await _connection.App.Window("pty-1").CloseAsync();

        CloseRequest[] expected =
        [
            new() { Sessions = new() { SessionIds = { "A" } }, Force = true },
            new() { Tabs = new() { TabIds = { "7" } }, Force = true },
            new() { Windows = new() { WindowIds = { "pty-1" } }, Force = true },
        ];
        Assert.Equal(expected, _host.Seen.Select(request => request.CloseRequest));
    }

    [Fact]
    public async Task Activating_takes_tab_and_window_along()
    {
        _host.When(Asked.ActivateRequest, _ => new() { ActivateResponse = new() });

        await A.ActivateAsync();
        await _connection.App.Tab("7").ActivateAsync();
        await _connection.App.Window("pty-1").ActivateAsync();

        ActivateRequest[] expected =
        [
            new() { SessionId = "A", SelectSession = true, SelectTab = true, OrderWindowFront = true },
            new() { TabId = "7", SelectTab = true, OrderWindowFront = true },
            new() { WindowId = "pty-1", OrderWindowFront = true },
        ];
        Assert.Equal(expected, _host.Seen.Select(request => request.ActivateRequest));
    }

    [Fact]
    public async Task Restarting_may_be_refused_while_it_runs()
    {
        _host.When(Asked.RestartSessionRequest, request => new()
        {
            RestartSessionResponse = new()
            {
                Status = request.RestartSessionRequest.OnlyIfExited ? RestartSessionResponse.Types.Status.SessionNotRestartable : RestartSessionResponse.Types.Status.Ok,
            },
        });

        await A.RestartAsync();
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => A.RestartAsync(onlyIfEnded: true));

        Assert.Equal("SESSION_NOT_RESTARTABLE", failure.Status);
    }

    [Theory]
    [InlineData(SetPropertyResponse.Types.Status.Ok, null)]
    [InlineData(SetPropertyResponse.Types.Status.Deferred, null)]
    [InlineData(SetPropertyResponse.Types.Status.Impossible, "resize to 100x30 (session A): IMPOSSIBLE")]
    public async Task Resizing_sets_the_grid_now_or_a_little_later(SetPropertyResponse.Types.Status status, string? failure)
    {
        _host.When(Asked.SetPropertyRequest, _ => new() { SetPropertyResponse = new() { Status = status } });

        var thrown = await Record.ExceptionAsync(() => A.ResizeAsync(100, 30));

        Assert.Equal(failure, thrown?.Message);
        var expected = new SetPropertyRequest { SessionId = "A", Name = "grid_size", JsonValue = """{"width":100,"height":30}""" };
        Assert.Equal(expected, _host.Seen.Single().SetPropertyRequest);
    }

    [Fact]
    public async Task Profile_properties_are_read_and_set_as_JSON()
    {
        _host.When(Asked.GetProfilePropertyRequest, _ => new()
        {
            GetProfilePropertyResponse = new() { Properties = { new ProfileProperty { Key = "Name", JsonValue = "\"dev\"" } } },
        });
        _host.When(Asked.SetProfilePropertyRequest, _ => new() { SetProfilePropertyResponse = new() });
        _host.When(Asked.ListProfilesRequest, _ => new()
        {
            ListProfilesResponse = new()
            {
                Profiles = { new ListProfilesResponse.Types.Profile { Properties = { new ProfileProperty { Key = "Guid", JsonValue = "\"g\"" } } } },
            },
        });

        var read = await A.GetProfilePropertiesAsync(["Name"]);
        await A.SetProfilePropertyAsync("Blend", 0.5);
        var profiles = await _connection.App.ListProfilesAsync(["Guid"]);

        Assert.Equal("dev", read["Name"].GetString());
        Assert.Equal("g", profiles.Single()["Guid"].GetString());
        Assert.Equal(["Name"], _host.Seen[0].GetProfilePropertyRequest.Keys);
        var assignment = new SetProfilePropertyRequest.Types.Assignment { Key = "Blend", JsonValue = "0.5" };
        Assert.Equal(new SetProfilePropertyRequest { Session = "A", Assignments = { assignment } }, _host.Seen[1].SetProfilePropertyRequest);
        Assert.Equal(["Guid"], _host.Seen[2].ListProfilesRequest.Properties);
    }

    [Fact]
    public async Task Broadcast_domains_are_sets_of_sessions()
    {
        _host.When(Asked.GetBroadcastDomainsRequest, _ => new()
        {
            GetBroadcastDomainsResponse = new() { BroadcastDomains = { new BroadcastDomain { SessionIds = { "A", "B" } } } },
        });
        _host.When(Asked.SetBroadcastDomainsRequest, _ => new() { SetBroadcastDomainsResponse = new() });

        var domains = await _connection.App.GetBroadcastDomainsAsync();
        await _connection.App.SetBroadcastDomainsAsync(domains);

        Assert.Equal([A, _connection.App.Session("B")], domains.Single());
        Assert.Equal([new BroadcastDomain { SessionIds = { "A", "B" } }], _host.Seen[1].SetBroadcastDomainsRequest.BroadcastDomains);
    }
}
