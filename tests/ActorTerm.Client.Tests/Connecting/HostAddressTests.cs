namespace ActorTerm.Client.Tests;

public sealed class HostAddressTests
{
    [Theory]
    [InlineData("/run/host.sock", "/run/user/1", "/run/host.sock")]
    [InlineData(null, "/run/user/1", "/run/user/1/actorterm/host.sock")]
    [InlineData("", "", "/tmp/actorterm-1000/host.sock")]
    [InlineData(null, null, "/tmp/actorterm-1000/host.sock")]
    public void The_socket_is_where_the_environment_says(string? told, string? runtime, string expected)
    {
        string? Environment(string name) => name switch
        {
            "ACTORTERM_SOCKET" => told,
            "XDG_RUNTIME_DIR" => runtime,
            _ => throw new ArgumentException($"nobody may look at {name}"),
        };

        Assert.Equal(expected, HostAddress.Find(Environment, userId: 1000));
    }

    [Fact]
    public void A_path_that_no_socket_can_have_is_refused_with_its_length()
    {
        var path = "/tmp/" + new string('ä', 52);

        var refusal = Assert.Throws<HostUnreachableException>(() => HostAddress.Checked(path));

        Assert.Equal($"the socket path has 109 bytes, and 107 are possible: {path}", refusal.Message);
    }

    [Theory]
    [InlineData(1000, 1000, true)]
    [InlineData(1000, 0, true)]
    [InlineData(0, 1000, true)]
    [InlineData(1000, 1001, false)]
    public void Only_a_host_of_our_own_or_of_root_hears_us_and_root_may_speak_to_all(uint me, uint owner, bool trusted)
    {
        Assert.Equal(trusted, HostSocket.IsTrusted(owner, me));
    }
}
