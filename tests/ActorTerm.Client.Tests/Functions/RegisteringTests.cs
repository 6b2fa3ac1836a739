using System.Text.Json;
using ActorTerm.Protocol;

namespace ActorTerm.Client.Tests;

public sealed class RegisteringTests
{
    private static double Times(double a, double b) => a * b;

    [Fact]
    public async Task A_local_function_registers_by_its_own_name_and_those_of_its_parameters()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        await using var connection = await host.ConnectAsync();
        double add(double b, double a) => a + b;

        var registration = await connection.RegisterAsync(add);

        Assert.Equal("add(a,b)", registration.Signature);
        var expected = new NotificationRequest
        {
            Subscribe = true,
            NotificationType = NotificationType.NotifyOnServerOriginatedRpc,
            RpcRegistrationRequest = new() { Name = "add", Arguments = { Argument("b"), Argument("a") } },
        };
        Assert.Equal(expected, host.Seen.Single().NotificationRequest);
    }

    [Fact]
    public async Task A_static_method_registers_by_its_last_name()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        await using var connection = await host.ConnectAsync();

        var registration = await connection.RegisterAsync(RegisteringTests.Times);

        Assert.Equal("Times(a,b)", registration.Signature);
    }

    [Fact]
    public async Task A_reference_an_optional_one_and_a_timeout_travel_with_the_registration()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        await using var connection = await host.ConnectAsync();

        await connection.RegisterAsync(
            ([Reference("id")] string session_id, [Reference("path?")] string? path, CancellationToken stop) => { },
            "clear_session",
            TimeSpan.FromSeconds(9.5));

        var expected = new RPCRegistrationRequest { Name = "clear_session", Timeout = 9.5f, Arguments = { Argument("session_id"), Argument("path") } };
        expected.Defaults.Add(new RPCRegistrationRequest.Types.RPCArgument { Name = "session_id", Path = "id" });
        expected.Defaults.Add(new RPCRegistrationRequest.Types.RPCArgument { Name = "path", Path = "path?" });
        Assert.Equal(expected, host.Seen.Single().NotificationRequest.RpcRegistrationRequest);
    }

    [Theory]
    [InlineData("add", "add")]
    [InlineData("Sums.add", "add")]
    [InlineData("this.Add_2", "Add_2")]
    [InlineData("@event", "event")]
    [InlineData("() => 1", null)]
    [InlineData("(int a) => a.b", null)]
    [InlineData("Make().Run", null)]
    [InlineData("functions[0]", null)]
    [InlineData("", null)]
    public void A_name_is_taken_only_from_what_is_a_name(string expression, string? name)
    {
        Assert.Equal(name, FunctionBinding.NameIn(expression));
    }

    [Fact]
    public async Task A_lambda_needs_a_name()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await host.ConnectAsync();

        var refusal = await Assert.ThrowsAsync<ArgumentException>(() => connection.RegisterAsync(() => 1));

        Assert.StartsWith("a function without a name of its own needs one", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(host.Seen);
    }

    [Fact]
    public async Task Names_that_cannot_travel_are_refused_here()
    {
        await using var host = await StandInHost.StartAsync();
        await using var connection = await host.ConnectAsync();

        var function = await Assert.ThrowsAsync<ArgumentException>(() => connection.RegisterAsync(() => 1, "two words"));
        var parameter = await Assert.ThrowsAsync<ArgumentException>(() => connection.RegisterAsync((int größe) => größe, "size"));
        var byReference = await Assert.ThrowsAsync<ArgumentException>(() => connection.RegisterAsync((ref int a) => { }, "size"));

        Assert.Equal("`two words` is no name for a function: ASCII letters, digits and _", function.Message);
        Assert.Equal("`größe` is no name for a parameter of size: ASCII letters, digits and _", parameter.Message);
        Assert.Equal("size: parameter a is passed by reference, which cannot travel", byReference.Message);
    }

    [Fact]
    public async Task A_signature_that_somebody_else_holds_is_refused_and_can_be_tried_again()
    {
        await using var host = await StandInHost.StartAsync();
        var status = NotificationResponse.Types.Status.DuplicateServerOriginatedRpc;
        host.When(Asked.NotificationRequest, _ => new() { NotificationResponse = new() { Status = status } });
        await using var connection = await host.ConnectAsync();

        var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => connection.RegisterAsync(Times));
        status = NotificationResponse.Types.Status.Ok;
        await connection.RegisterAsync(Times);

        Assert.Equal("register Times(a,b): DUPLICATE_SERVER_ORIGINATED_RPC", refusal.Message);
        Assert.Equal("DUPLICATE_SERVER_ORIGINATED_RPC", refusal.Status);
    }

    [Fact]
    public async Task Who_gives_up_registering_takes_it_back()
    {
        await using var host = await StandInHost.StartAsync();
        host.When(Asked.NotificationRequest, _ => null);
        await using var connection = await host.ConnectAsync();
        using var enough = new CancellationTokenSource();

        var registering = connection.RegisterAsync(Times, cancel: enough.Token);
        await host.NextAsync();
        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => registering);

        var next = await host.NextAsync();
        Assert.False(next.NotificationRequest.Subscribe);
        Assert.Equal("Times", next.NotificationRequest.RpcRegistrationRequest.Name);
    }

    [Fact]
    public async Task Two_of_one_name_and_other_arguments_are_two_functions_and_two_of_one_signature_are_not()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        await using var connection = await host.ConnectAsync();
        await connection.RegisterAsync((int a) => 1, "f");
        await connection.RegisterAsync((int a, int b) => 2, "f");

        await Assert.ThrowsAsync<RequestFailedException>(() => connection.RegisterAsync((string b, string a) => 3, "f"));

        Assert.Equal("1", (await host.CallForResultAsync("f", ("a", "0"))).JsonValue);
        Assert.Equal("2", (await host.CallForResultAsync("f", ("a", "0"), ("b", "0"))).JsonValue);
    }

    [Fact]
    public async Task A_registration_that_is_disposed_of_is_taken_back_by_its_full_signature()
    {
        await using var host = (await StandInHost.StartAsync()).WithFunctions();
        await using var connection = await host.ConnectAsync();
        var registration = await connection.RegisterAsync((JsonElement s) => s, "show");

        await registration.DisposeAsync();
        await registration.DisposeAsync();

        var last = host.Seen.Single(request => !request.NotificationRequest.Subscribe).NotificationRequest;
        Assert.Equal("show", last.RpcRegistrationRequest.Name);
        Assert.Equal([Argument("s")], last.RpcRegistrationRequest.Arguments);
        Assert.Equal("a script has no function show with these arguments", (await host.CallForResultAsync("show", ("s", "1"))).Reason());
    }

    private static RPCRegistrationRequest.Types.RPCArgumentSignature Argument(string name) => new() { Name = name };
}
