using ActorTerm.Host.Configuration;
using ActorTerm.Host.Tests.Configuration;

namespace ActorTerm.Host.Tests.Profiles;

public sealed class KeyListTests
{
    [Theory]
    [InlineData("key = h, modifiers = [control, shift]", "0x48-0x60000", "C-S-h")]
    [InlineData("key = C-S-h", "0x48-0x60000", "C-S-h")]
    [InlineData("key = h, modifiers = alt", "0x68-0x80000", "M-h")]
    [InlineData("key = Left, modifiers = [super]", "0xf702-0x300000", "Super-Left")]
    [InlineData("key = c, modifiers = [leader]", "0x63-0x1000000", "Leader c")]
    [InlineData("key = \"0x68-0x60000-0x4\"", "0x68-0x60000-0x4", "C-S-h")]
    [InlineData("key = \"?\"", "0x3f-0x0", "?")]
    [InlineData("key = BTab", "0x19-0x20000", "BTab")]
    [InlineData("key = KP5", "0x35-0x200000", "KP5")]
    public void A_key_is_written_by_name_and_modifiers_or_as_iTerm2_has_it(string key, string stored, string name)
    {
        var binding = Assert.Single(Read($"[{{ {key}, action = ignore }}]").Bindings);

        Assert.Equal((stored, name), (binding.Key, binding.Chord!.ToString()));
    }

    [Theory]
    [InlineData("action = invoke-script-function, parameter = \"f(a: 1)\"", 60, "f(a: 1)", 0)]
    [InlineData("action = 60, parameter = \"f()\"", 60, "f()", 0)]
    [InlineData("action = send-text, parameter = \"make\\n\"", 12, "make\n", 0)]
    [InlineData("action = send-text, parameter = \"make\\\\n\", escaping = common", 12, "make\\n", 2)]
    [InlineData("action = send-text-with-vim-special-chars, parameter = \"\\\\<C-w>\"", 38, "\\<C-w>", 3)]
    [InlineData("action = run-coprocess, parameter = \"tee log\"", 35, "tee log", 0)]
    [InlineData("action = 999", 999, "", 0)]
    public void An_action_is_a_word_or_a_number(string action, int number, string parameter, int escaping)
    {
        var read = Assert.Single(Read($"[{{ key = a, {action} }}]").Bindings).Action;

        Assert.Equal((number, parameter, escaping), (read.Number, read.Text, read.Escaping!.Value));
    }

    [Fact]
    public void A_sequence_is_a_list_of_actions()
    {
        var read = Assert.Single(Read("[{ key = a, action = sequence, parameter = [{ action = send-text, parameter = x }, { action = sequence, parameter = [{ action = next-tab, apply = window }] }] }]").Bindings).Action;

        Assert.Equal(
            """[{"Action":12,"Text":"x","Version":2,"Escaping":0},{"Action":66,"Text":"[{\"Action\":0,\"Text\":\"\",\"Version\":2,\"Escaping\":0,\"Apply Mode\":3}]","Version":2,"Escaping":0}]""",
            read.Text);
    }

    [Fact]
    public void A_leader_that_is_no_key_is_refused()
    {
        using var file = new TemporaryFile("actorterm.keys.leader = Nonsense");

        Assert.Contains("a key by its name", Assert.Throws<SettingsException>(() => HostSettings.Read(file.Path, [])).Message);
    }

    private static Runtime.Keys.KeysProtocol.KeyMap Read(string list)
    {
        using var file = new TemporaryFile($"actorterm.keys.bindings = {list}");
        return HostSettings.Read(file.Path, []).Runtime.Keys.Global;
    }
}
