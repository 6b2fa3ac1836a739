using Google.Protobuf.Reflection;

namespace ActorTerm.Protocol.Tests;

public sealed class SchemaTests
{
    /// <summary>The number of <c>ServerOriginatedMessage.notification</c>.</summary>
    private const int Notifications = 1000;

    [Fact]
    public void A_request_and_its_response_share_their_number()
    {
        var requests = Members(ClientOriginatedMessage.Descriptor, "submessage", "_request");
        var responses = Members(ServerOriginatedMessage.Descriptor, "submessage", "_response");

        Assert.Equal(requests, responses.Where(member => member.Name != "error" && member.Number != Notifications));
    }

    [Fact]
    public void So_do_those_of_the_host()
    {
        var requests = Members(Host.HostRequest.Descriptor, "request", "");
        var responses = Members(Host.HostResponse.Descriptor, "response", "");

        Assert.Equal(requests, responses.Where(member => member.Name != "error"));
    }

    [Fact]
    public void What_iTerm2_lacks_stands_in_field_5000_and_nowhere_else()
    {
        var ours = ClientOriginatedMessage.Descriptor.File.MessageTypes
            .SelectMany(message => message.Fields.InFieldNumberOrder())
            .Where(field => field.FieldNumber > 1000)
            .Select(field => $"{field.FullName} = {field.FieldNumber}");

        Assert.Equal(
            [
                "iterm2.ClientOriginatedMessage.actorterm = 5000",
                "iterm2.ServerOriginatedMessage.actorterm = 5000",
                "iterm2.Notification.actorterm = 5000",
            ],
            ours);
    }

    [Fact]
    public void An_unset_status_reads_as_OK_except_that_of_an_invocation()
    {
        var statuses = ServerOriginatedMessage.Descriptor.File.MessageTypes
            .SelectMany(message => message.EnumTypes)
            .Where(type => type.Name == "Status")
            .ToLookup(type => type.Values[0].Name, type => type.ContainingType.Name);

        Assert.Equal(["InvokeFunctionResponse"], statuses["TIMEOUT"]);
        Assert.Equal(["OK", "TIMEOUT"], statuses.Select(group => group.Key).Order());
    }

    private static IEnumerable<(string Name, int Number)> Members(MessageDescriptor message, string oneof, string suffix) =>
        message.Oneofs.Single(o => o.Name == oneof).Fields
            .Select(field => (field.Name.EndsWith(suffix, StringComparison.Ordinal) ? field.Name[..^suffix.Length] : field.Name, field.FieldNumber));
}
