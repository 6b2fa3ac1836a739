using System.Net.WebSockets;
using ActorTerm.Protocol;
using ActorTerm.Protocol.Host;
using Google.Protobuf;

namespace ActorTerm.Client.Tests;

public sealed class RequestTests
{
    private static ClientOriginatedMessage AskFocus => new() { FocusRequest = new() };

    private static ServerOriginatedMessage FocusIs(string session) =>
        new() { FocusResponse = new() { Notifications = { new FocusChangedNotification { Session = session } } } };

    [Fact]
    public async Task Ids_begin_at_one_and_differ()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => FocusIs("A"));
        await using var connection = await host.ConnectAsync();

        await connection.RequestAsync(AskFocus).WithinPatience();
        await connection.RequestAsync(AskFocus).WithinPatience();

        Assert.Equal([1, 2], host.Seen.Select(request => request.Id));
    }

    [Fact]
    public async Task Who_blocks_for_answers_has_them_when_the_request_returns()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => FocusIs("A"));

        var connecting = Connection.ConnectAsync(new ConnectOptions { Socket = host.Socket, BlocksForAnswers = true });
        Assert.True(connecting.IsCompletedSuccessfully);
        await using var connection = await connecting;
        var asking = connection.RequestAsync(AskFocus);

        Assert.True(asking.IsCompletedSuccessfully);
        Assert.Equal("A", (await asking).FocusResponse.Notifications[0].Session);
    }

    [Fact]
    public async Task Who_blocks_for_an_answer_is_let_go_by_a_cancellation_and_by_the_end_of_the_connection()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => null);
        await using var connection = await host.ConnectAsync(options => options with { BlocksForAnswers = true });
        using var cancel = new CancellationTokenSource();

        var cancelled = Task.Run(() => connection.RequestAsync(AskFocus, cancel.Token));
        await host.NextAsync();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled).WithinPatience();
        var lost = Task.Run(() => connection.RequestAsync(AskFocus));
        await host.NextAsync();
        host.Abort();

        await Assert.ThrowsAsync<ConnectionLostException>(() => lost).WithinPatience();
    }

    [Fact]
    public async Task Answers_in_another_order_find_their_requests()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => null);
        await using var connection = await host.ConnectAsync();

        var (first, second) = (connection.RequestAsync(AskFocus), connection.RequestAsync(AskFocus));
        var (one, two) = (await host.NextAsync(), await host.NextAsync());
        await host.AnswerAsync(two, FocusIs("second"));
        await host.AnswerAsync(one, FocusIs("first"));

        Assert.Equal("first", (await first.WithinPatience()).FocusResponse.Notifications[0].Session);
        Assert.Equal("second", (await second.WithinPatience()).FocusResponse.Notifications[0].Session);
    }

    [Fact]
    public async Task A_thousand_requests_at_once_get_a_thousand_answers()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.VariableRequest, request => new() { VariableResponse = new() { Values = { $"\"{request.VariableRequest.Get[0]}\"" } } });
        await using var connection = await host.ConnectAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => connection.App.GetVariableAsync<string>($"v{i}"))).WithinPatience();

        Assert.Equal(Enumerable.Range(0, 1_000).Select(i => $"v{i}"), answers);
    }

    [Fact]
    public async Task A_request_that_the_host_does_not_serve_fails_by_its_name()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await host.ConnectAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => connection.RequestAsync(new ClientOriginatedMessage { TmuxRequest = new() }));

        Assert.Equal("ERROR", failure.Status);
        Assert.Equal("Tmux: TmuxRequest is not served (ERROR)", failure.Message);
    }

    [Fact]
    public async Task An_answer_to_another_request_is_no_answer()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => new() { ListSessionsResponse = new() });
        host.WhenHost(_ => new() { Hello = new() });
        await using var connection = await host.ConnectAsync();

        var focus = await Assert.ThrowsAsync<RequestFailedException>(() => connection.App.GetFocusAsync());
        var doctor = await Assert.ThrowsAsync<RequestFailedException>(() => connection.App.GetHealthAsync());

        Assert.Equal("Focus: the host answered with ListSessionsResponse (ERROR)", focus.Message);
        Assert.Equal("Doctor: the host answered with Hello (ERROR)", doctor.Message);
    }

    [Fact]
    public async Task An_error_of_the_hosts_own_requests_carries_its_code()
    {
        await using var host = await StandInHost.StartAsync();
        host.WhenHost(_ => new() { Error = new() { Code = HostError.Types.Code.NotFound, Message = "no session `X`" } });
        await using var connection = await host.ConnectAsync();

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => connection.App.Session("X").GetInfoAsync());

        Assert.Equal("NOT_FOUND", failure.Status);
        Assert.Equal("ListSessionInfo: no session `X` (NOT_FOUND)", failure.Message);
    }

    [Fact]
    public async Task Who_gives_up_waiting_disturbs_nobody_else()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => null);
        await using var connection = await host.ConnectAsync();
        using var enough = new CancellationTokenSource();

        var abandoned = connection.RequestAsync(AskFocus, enough.Token);
        var late = await host.NextAsync();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abandoned);
        await host.AnswerAsync(late, FocusIs("too late"));
        var next = connection.RequestAsync(AskFocus);
        await host.AnswerAsync(await host.NextAsync(), FocusIs("in time"));

        Assert.Equal("in time", (await next.WithinPatience()).FocusResponse.Notifications[0].Session);
    }

    [Fact]
    public async Task More_requests_than_the_bound_wait_for_their_turn()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => null);
        await using var connection = await host.ConnectAsync(options => options with { RequestsInFlight = 2 });

        var all = Enumerable.Range(0, 3).Select(_ => connection.RequestAsync(AskFocus)).ToArray();
        var first = await host.NextAsync();
        await host.NextAsync();
        Assert.Equal(2, host.Seen.Count);
        await host.AnswerAsync(first, FocusIs("A"));
        await all[0].WithinPatience();

        Assert.Equal(3, (await host.NextAsync()).Id);              // the third came only now
    }

    [Fact]
    public async Task A_message_in_pieces_is_put_together_and_a_text_is_ignored()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.FocusRequest, _ => null);
        await using var connection = await host.ConnectAsync();

        var asked = connection.RequestAsync(AskFocus);
        var answer = FocusIs("A");
        answer.Id = (await host.NextAsync()).Id;
        await host.SendAsync("{}"u8.ToArray(), WebSocketMessageType.Text);
        foreach (var one in answer.ToByteArray()) await host.SendAsync([one], WebSocketMessageType.Binary, last: false);
        await host.SendAsync([], WebSocketMessageType.Binary, last: true);

        Assert.Equal(answer, await asked.WithinPatience());
    }

    [Fact]
    public async Task A_large_answer_arrives_whole()
    {
        await using var host = await StandInHost.StartAsync();
        var text = new string('x', 3 << 20);
        host.When(Asked.FocusRequest, _ => FocusIs(text));
        await using var connection = await host.ConnectAsync();

        var answer = await connection.RequestAsync(AskFocus).WithinPatience();

        Assert.Equal(text, answer.FocusResponse.Notifications[0].Session);
    }
}
