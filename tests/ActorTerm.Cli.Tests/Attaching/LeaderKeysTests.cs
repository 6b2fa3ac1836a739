using System.Text;
using ActorTerm.Cli.Attaching;

namespace ActorTerm.Cli.Tests.Attaching;

public class LeaderKeysTests
{
    [Theory]
    [InlineData("plain", "plain", null, 5)]
    [InlineData("ab\u0002dcd", "ab", 'd', 4)]
    [InlineData("\u0002\u0002x", "\u0002x", null, 3)]
    [InlineData("x\u0002", "x", null, 2)]
    [InlineData("\u001b[98;5ud", "", 'd', 8)]
    [InlineData("\u001b[98;69ud", "", 'd', 9)]
    [InlineData("\u001b[1080::98;5ud", "", 'd', 14)]
    [InlineData("\u001b[98;5:1ud", "", 'd', 10)]
    [InlineData("\u001b[27;5;98~d", "", 'd', 11)]
    [InlineData("\u001b[98;5u\u001b[98;5ux", "\u001b[98;5ux", null, 15)]
    [InlineData("\u001b[98;7ud", "\u001b[98;7ud", null, 8)]
    [InlineData("\u001b[98;5:3ux", "\u001b[98;5:3ux", null, 10)]
    [InlineData("\u001b[98;5:1u\u001b[98;5:3u\u001b[57442;5:3ud", "\u001b[98;5:3u\u001b[57442;5:3u", 'd', 31)]
    [InlineData("\u0002\u001b[1;1:3A\u001b[5;1:3~d", "\u001b[1;1:3A\u001b[5;1:3~", 'd', 18)]
    [InlineData("\u001b[98;5:1u\u001b[98;5:2ux", "\u001b[98;5:2ux", null, 19)]
    [InlineData("\u001b[97;5ux", "\u001b[97;5ux", null, 8)]
    [InlineData("\u001b[1;5A\u001b[A\u001b", "\u001b[1;5A\u001b[A\u001b", null, 10)]
    public void A_key_behind_the_leader_is_a_command_and_everything_else_goes_to_the_session(string typed, string expected, char? command, int taken)
    {
        var keys = new LeaderKeys(2);
        var forSession = new List<byte>();

        var count = keys.Take(Encoding.ASCII.GetBytes(typed), forSession, out var found);

        Assert.Equal((expected, command, taken), (Encoding.ASCII.GetString([.. forSession]), found, count));
    }

    [Fact]
    public void The_leader_and_its_key_may_come_apart()
    {
        var keys = new LeaderKeys(2);
        keys.Take([2], [], out var nothing);

        keys.Take("d"u8, [], out var command);

        Assert.Null(nothing);
        Assert.Equal('d', command);
    }

    [Theory]
    [InlineData("C-b", 2)]
    [InlineData("C-A", 1)]
    [InlineData("C-@", 0)]
    [InlineData("C-]", 29)]
    [InlineData("C-_", 31)]
    public void A_leader_is_control_and_a_letter_or_a_sign(string key, byte expected) => Assert.Equal(expected, LeaderKeys.Parse(key));

    [Theory]
    [InlineData("b")]
    [InlineData("C-1")]
    [InlineData("M-b")]
    public void Any_other_leader_is_refused(string key) => Assert.Contains(key, Assert.Throws<UsageException>(() => LeaderKeys.Parse(key)).Message);
}
