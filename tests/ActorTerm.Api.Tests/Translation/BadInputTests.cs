using ActorTerm.Api.Tests.Rig;
using ActorTerm.Protocol;
using Xunit.Abstractions;
using static ActorTerm.Runtime.Connections.ConnectionsProtocol;

namespace ActorTerm.Api.Tests.Translation;

public class BadInputTests(ITestOutputHelper output)
{
    [Fact]
    public void Twenty_thousand_requests_without_sense_each_become_one_message_and_one_answer()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var requests = new RandomRequest(new Random(seed));

        for (var i = 0; i < 20_000; i++)
        {
            var request = requests.Next();
            var message = Record.Exception(() => Answered(Wire.ToMessage(request)));

            Assert.True(message is null, $"seed {seed}, request {i}: {request}: {message}");
        }
    }

    [Theory]
    [InlineData(double.NaN, 30)]
    [InlineData(double.NegativeInfinity, 30)]
    [InlineData(-1, 30)]
    [InlineData(0, 0)]
    [InlineData(2.5, 2.5)]
    public void A_time_limit_that_is_no_number_is_as_if_there_were_none(double timeout, double seconds)
    {
        var invoke = Assert.IsType<InvokeIn>(Wire.ToMessage(new ClientOriginatedMessage { InvokeFunctionRequest = new() { App = new(), Invocation = "f()", Timeout = timeout } }));

        Assert.Equal(TimeSpan.FromSeconds(seconds), invoke.Within);
    }

    [Fact]
    public void A_function_registered_with_a_time_limit_that_is_no_number_has_the_usual_one()
    {
        var request = new NotificationRequest
        {
            Subscribe = true,
            NotificationType = NotificationType.NotifyOnServerOriginatedRpc,
            RpcRegistrationRequest = new() { Name = "f", Timeout = float.NaN },
        };

        Assert.Null(Assert.IsType<RegisterFunction>(Wire.ToMessage(new ClientOriginatedMessage { NotificationRequest = request })).Timeout);
    }

    private static void Answered(object message)
    {
        Wire.Answer(message switch
        {
            PassOn ask => ask.Answer(new NoReply("nobody is there")),
            InvokeIn invoke => invoke.Answer(new NoReply("nobody is there")),
            Subscribe subscribe => subscribe.Answer(SubscribeResult.BadIdentifier),
            Unsubscribe unsubscribe => unsubscribe.Answer(SubscribeResult.NotSubscribed),
            RegisterFunction register => register.Answer(new NoReply("nobody is there")),
            UnregisterFunction unregister => unregister.Answer(new NoReply("nobody is there")),
            SetDiary diary => diary.Answer,
            ScriptReturned returned => returned.Acknowledgement,
            ScriptRaised raised => raised.Acknowledgement,
            Deliver deliver => deliver.Event,
            _ => throw new InvalidOperationException($"what answers a {message.GetType().Name}?"),
        });
    }
}
