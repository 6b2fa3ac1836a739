using System.Net.Sockets;

namespace ActorTerm.Client.Tests;

public sealed class ConnectingTests
{
    [Fact]
    public async Task The_head_of_the_upgrade_is_the_one_of_the_protocol()
    {
        await using var host = await StandInHost.StartAsync();

        await using var connection = await host.ConnectAsync(options => options with { Name = "größe.cs", Cookie = "c0ffee" });

        Assert.Equal("/", host.RequestPath);
        Assert.Equal("localhost", host.Head["host"]);
        Assert.Equal("ws://localhost/", host.Head["origin"]);
        Assert.Equal("api.iterm2.com", host.Head["sec-websocket-protocol"]);
        Assert.Equal("actorterm 1.0", host.Head["x-iterm2-library-version"]);
        Assert.Equal("gr??e.cs", host.Head["x-iterm2-advisory-name"]);
        Assert.Equal("c0ffee", host.Head["x-iterm2-cookie"]);
        Assert.DoesNotContain("sec-websocket-extensions", host.Head.Keys);
    }

    [Fact]
    public async Task On_TCP_the_cookie_travels_in_a_header_and_never_in_the_address()
    {
        await using var host = await StandInHost.StartAsync();

        await using var connection = await host.ConnectAsync(options => options with { Tcp = new Uri($"ws://127.0.0.1:{host.Port}"), Cookie = "c0ffee" });

        Assert.Equal($"127.0.0.1:{host.Port}", host.Head["host"]);
        Assert.Equal("c0ffee", host.Head["x-iterm2-cookie"]);
        Assert.Equal("/", host.RequestPath);
    }

    [Fact]
    public async Task Where_nobody_listens_on_TCP_the_message_names_the_address()
    {
        var failure = await Assert.ThrowsAsync<HostUnreachableException>(() => Connection.ConnectAsync(new() { Tcp = new Uri("ws://127.0.0.1:1") }));

        Assert.Equal("no host at ws://127.0.0.1:1/: nobody listens there any more; start a host with `actorterm-host`", failure.Message);
    }

    [Fact]
    public async Task The_host_says_which_protocol_it_speaks()
    {
        await using var host = await StandInHost.StartAsync();

        await using var connection = await host.ConnectAsync();

        Assert.Equal("1.17", connection.ProtocolVersion);
    }

    [Fact]
    public async Task Where_no_socket_is_the_message_says_so_and_what_to_do()
    {
        using var folder = new TempFolder();
        var path = folder["host.sock"];

        var failure = await Assert.ThrowsAsync<HostUnreachableException>(() => Connection.ConnectAsync(new() { Socket = path }));

        Assert.Equal($"no host at {path}: there is no socket; start a host with `actorterm-host`", failure.Message);
    }

    [Fact]
    public async Task A_socket_that_a_dead_host_left_behind_is_told_apart()
    {
        using var folder = new TempFolder();
        var path = folder["host.sock"];
        using var dead = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        dead.Bind(new UnixDomainSocketEndPoint(path));             // bound, and nobody listens

        var failure = await Assert.ThrowsAsync<HostUnreachableException>(() => Connection.ConnectAsync(new() { Socket = path }));

        Assert.Equal($"no host at {path}: nobody listens there any more; start a host with `actorterm-host`", failure.Message);
    }

    [Theory]
    [InlineData(401, "it refused this user or cookie (401)")]
    [InlineData(400, "it refused the connection (400)")]
    public async Task A_refusal_is_told_with_its_number(int status, string reason)
    {
        await using var host = await StandInHost.StartAsync();
        host.Refusal = status;

        var failure = await Assert.ThrowsAsync<HostUnreachableException>(() => Connection.ConnectAsync(new() { Socket = host.Socket }));

        Assert.Equal($"no host at {host.Socket}: {reason}", failure.Message);
    }

    [Fact]
    public async Task Something_that_listens_and_says_nothing_is_given_up()
    {
        using var folder = new TempFolder();
        var path = folder["host.sock"];
        using var mute = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        mute.Bind(new UnixDomainSocketEndPoint(path));
        mute.Listen();
        var options = new ConnectOptions { Socket = path, ConnectTimeout = TimeSpan.FromMilliseconds(100) };

        var failure = await Assert.ThrowsAsync<HostUnreachableException>(() => Connection.ConnectAsync(options));

        Assert.Equal($"no host at {path}: no answer within 0.1 s", failure.Message);
    }

    [Fact]
    public async Task Who_cancels_hears_of_a_cancellation()
    {
        await using var host = await StandInHost.StartAsync();

        var connecting = Connection.ConnectAsync(new() { Socket = host.Socket }, new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }
}
