using ActorTerm.Language;
using ActorTerm.Runtime.Keys;
using ActorTerm.Terminal.Keys;
using static ActorTerm.Runtime.Keys.KeysProtocol;

namespace ActorTerm.Runtime.Tests.Keys;

public class KeyMapTests
{
    [Theory]
    [InlineData("0x61-0x40000", "C-a")]
    [InlineData("0x61-0x40000-0x0", "C-a")]
    [InlineData("0x61-0x60000", "C-S-a")]
    [InlineData("0x41-0x60000", "C-S-a")]
    [InlineData(":0x41:0x40000", "C-S-a")]
    [InlineData("0x41-0x20000", "A")]
    [InlineData("0x68-0x80000", "M-h")]
    [InlineData("0x68-0x100000-0x4", "Super-h")]
    [InlineData("0x3f-0x20000", "?")]
    [InlineData("0x20-0x40000", "C-Space")]
    [InlineData("0xf700-0x200000", "Up")]
    [InlineData("0xf702-0x300000", "Super-Left")]
    [InlineData("0xf703-0x280000", "M-Right")]
    [InlineData("0xf704-0x0", "F1")]
    [InlineData("0xf707-0x20000", "S-F4")]
    [InlineData("0xf728-0x0", "Delete")]
    [InlineData("0xf729-0x40000", "C-Home")]
    [InlineData("0xf746-0x0", "Insert")]
    [InlineData("0xd-0x20000", "S-Enter")]
    [InlineData("0x3-0x200000", "KPEnter")]
    [InlineData("0x19-0x20000", "BTab")]
    [InlineData("0x9-0x40000", "C-Tab")]
    [InlineData("0x1b-0x0", "Escape")]
    [InlineData("0x7f-0x80000", "M-BSpace")]
    [InlineData("0x1-0x40000", "C-a")]
    [InlineData("0x35-0x200000", "KP5")]
    [InlineData("0x2f-0x200000", "KP/")]
    [InlineData("0x61-0x1000000", "Leader a")]
    [InlineData("*-0x40000-0x0", "C-a")]
    [InlineData("*-0x0-0x7a", "F1")]
    [InlineData("0x444-0x40000", "C-ф")]
    public void Every_form_of_a_key_is_read(string text, string expected)
    {
        var map = Map($$$"""{"{{{text}}}": {"Action": 13}}""");

        Assert.Equal(expected, Assert.Single(map.Bindings).Chord!.ToString());
    }

    [Theory]
    [InlineData("0xf747-0x0")]                             // NSModeSwitch, which no terminal sends
    [InlineData("*-0x0-0x7f")]
    public void A_key_that_no_terminal_sends_is_kept_and_never_pressed(string text)
    {
        var map = Map($$$"""{"{{{text}}}": {"Action": 13}}""");

        Assert.Null(Assert.Single(map.Bindings).Chord);
    }

    [Theory]
    [InlineData("[]", "object")]
    [InlineData("""{"a": {"Action": 13}}""", "\"a\"")]
    [InlineData("""{"0x61": {"Action": 13}}""", "\"0x61\"")]
    [InlineData("""{"0x61-0xzz": {"Action": 13}}""", "0xzz")]
    [InlineData("""{"0x61-0x0": 13}""", "0x61-0x0")]
    [InlineData("""{"0x61-0x0": {"Text": "x"}}""", "Action")]
    [InlineData("""{"0x61-0x0": {"Action": "12"}}""", "0x61-0x0: \"Action\" is the number of what the key does, not \"12\"")]
    [InlineData("""{"0x61-0x0": {"Action": 1.5}}""", "not 1.5")]
    [InlineData("""{"0x61-0x0": {"Action": 12}, "0x62-0x0": {"action": 12}}""", "0x62-0x0: there is no \"Action\", the number of what the key does; \"action\" is another name")]
    [InlineData("""{"0x61-0x0": {"Action": 12, "Version": "2"}}""", "0x61-0x0: \"Version\" is a number, not \"2\"")]
    [InlineData("""{"0x61-0x0": {"Action": 12, "Escaping": 5}}""", "\"Escaping\" is a number from 0 to 4, not 5")]
    [InlineData("""{"0x61-0x0": {"Action": 12, "Apply Mode": -1}}""", "\"Apply Mode\" is a number from 0 to 5, not -1")]
    [InlineData("""{"0x61-0x0": {"Action": 66, "Text": "x"}}""", "0x61-0x0: the \"Text\" of a sequence is a list of actions as JSON")]
    [InlineData("""{"0x61-0x0": {"Action": 66, "Text": "{}"}}""", "list of actions")]
    [InlineData("""{"0x61-0x0": {"Action": 66}}""", "list of actions")]
    [InlineData("""{"0x61-0x0": {"Action": 66, "Text": "[1]"}}""", "step 1 of the sequence: expected an object with the number \"Action\", found 1")]
    [InlineData("""{"0x61-0x0": {"Action": 66, "Text": "[{\"Action\": 13}, {\"Text\": \"x\"}]"}}""", "0x61-0x0: step 2 of the sequence: there is no \"Action\"")]
    public void What_is_no_map_is_refused_and_the_message_names_the_place(string json, string named)
    {
        Assert.False(KeyMap.TryParse(Value.Parse(json), out _, out var error));

        Assert.Contains(named, error);
    }

    [Fact]
    public void A_stronger_form_of_the_same_key_wins_wherever_it_stands()
    {
        var map = Map("""{"*-0x40000-0x0": {"Action": 1}, ":0x61:0x40000": {"Action": 2}, "0x61-0x40000": {"Action": 3}, "0x61-0x40000-0x0": {"Action": 4}}""");

        Assert.Equal(4, map.Find(Chord("C-a"))!.Action.Number);
    }

    [Fact]
    public void A_map_comes_back_as_it_was_written_with_what_means_nothing_here()
    {
        const string Written = """{"0x61-0x40000": {"Action": 12, "Text": "x", "Future": [1, 2]}, "0xf747-0x0": {"Action": 999}}""";

        var map = Map(Written);

        Assert.Equal(Written, map.Source.ToString());
        Assert.Equal(999, map.Bindings[1].Action.Number);
    }

    [Fact]
    public void A_keypad_key_without_a_binding_of_its_own_has_that_of_the_main_block()
    {
        var map = Map("""{"0x35-0x0": {"Action": 1}, "0x36-0x200000": {"Action": 2}, "0x36-0x0": {"Action": 3}, "0xd-0x0": {"Action": 4}}""");

        Assert.Equal(1, map.Find(Chord("KP5"))!.Action.Number);
        Assert.Equal(2, map.Find(Chord("KP6"))!.Action.Number);
        Assert.Equal(4, map.Find(Chord("KPEnter"))!.Action.Number);
    }

    [Fact]
    public void Locks_and_repeats_do_not_make_another_key()
    {
        var map = Map("""{"0x61-0x40000": {"Action": 1}}""");

        Assert.NotNull(map.Find(KeyChord.Of(KeyEvent.Of(new System.Text.Rune('a'), KeyModifiers.Control | KeyModifiers.NumLock, KeyEventKind.Repeat))));
        Assert.Null(map.Find(KeyChord.Of(KeyEvent.Of(new System.Text.Rune('a'), KeyModifiers.Control | KeyModifiers.Hyper))));
    }

    [Fact]
    public void Every_named_key_that_a_Mac_has_is_written_and_read_back()
    {
        var written = 0;
        foreach (var name in Enum.GetValues<NamedKey>().Where(name => name != NamedKey.None))
        {
            foreach (var modifiers in (KeyModifiers[])[KeyModifiers.None, KeyModifiers.Shift, KeyModifiers.Control | KeyModifiers.Alt, KeyModifiers.Super])
            {
                var chord = KeyChord.Of(KeyEvent.Of(name, modifiers));
                if (!KeyStrings.TryFormat(chord, out var text)) continue;

                Assert.True(KeyStrings.TryParse(text, out var read, out _, out _), text);
                Assert.Equal(chord, read);
                written++;
            }
        }

        Assert.True(written > 250, $"{written}");
    }

    [Fact]
    public void Any_character_with_any_modifiers_is_written_and_read_back()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        for (var round = 0; round < 5_000; round++)
        {
            var value = random.Next(0x20, 0x3000);
            if (!System.Text.Rune.IsValid(value) || value == 0x7f) continue;
            var chord = KeyChord.Of(KeyEvent.Of(new System.Text.Rune(value), (KeyModifiers)random.Next(16)), random.Next(2) == 1);

            Assert.True(KeyStrings.TryFormat(chord, out var text), $"seed {seed}: {value:x}");
            Assert.True(KeyStrings.TryParse(text, out var read, out _, out _), $"seed {seed}: {text}");
            Assert.True(chord == read, $"seed {seed}: {text} is {read}, not {chord}");
        }
    }

    [Fact]
    public void Each_action_has_a_word_of_its_own()
    {
        Assert.All(KeyActions.AllWords, word =>
        {
            Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", word);
            Assert.True(KeyActions.TryFind(word, out var number) && KeyActions.IsServed(number), word);
        });
        Assert.True(KeyActions.TryFind("invoke-script-function", out var invoke));
        Assert.Equal(60, invoke);
    }

    [Fact]
    public void Sequences_within_sequences_are_read_up_to_a_depth()
    {
        var text = "[]";
        for (var depth = 0; depth < 8; depth++) Assert.Single(Map(Wrap(ref text)).Bindings);

        Assert.False(KeyMap.TryParse(Value.Parse(Wrap(ref text)), out _, out var error));

        Assert.Contains("sequences are nested deeper than 8", error);

        static string Wrap(ref string text)
        {
            var sequence = $$$"""{"Action": 66, "Text": {{{Value.Of(text)}}}}""";
            text = $"[{sequence}]";
            return $$$"""{"0x61-0x0": {{{sequence}}}}""";
        }
    }

    [Fact]
    public void A_map_as_deep_as_a_value_can_be_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("[", Value.MaxDepth - 4)) + string.Concat(Enumerable.Repeat("]", Value.MaxDepth - 4));

        Assert.Single(Map("{\"0x61-0x0\": {\"Action\": 13, \"Future\": " + deep + "}}").Bindings);
    }

    [Theory]
    [InlineData(@"{""0x61-0x0"": {""Action"": 12, ""Text"": ""\ud800""}}")]
    [InlineData(@"{""\ud800"": {""Action"": 12}}")]
    [InlineData(@"{""0x61-0x0"": {""Action"": 1e99}}")]
    [InlineData(@"{""0xffffffff-0xffffffff"": {""Action"": 1}}")]
    [InlineData(@"{""0x61-0x0-"": {""Action"": 1}}")]
    [InlineData(@"{"":::"": {""Action"": 1}}")]
    [InlineData(@"{""*-*-*"": {""Action"": 1}}")]
    public void What_a_script_may_send_is_refused_and_breaks_nothing(string json)
    {
        var refused = !Value.TryParse(json, out var value, out var error) || !KeyMap.TryParse(value, out _, out error);

        Assert.True(refused, json);
        Assert.NotEmpty(error!);
    }

    [Fact]
    public void No_text_at_all_breaks_the_reading_of_keys()
    {
        var seed = Environment.TickCount;
        var random = new Random(seed);
        string[] atoms = ["0x", "-", ":", "*", "61", "20000", "f700", "ffffffff", "110000", "d800", "-1", " ", "é", "0X1b", "7fffffff"];
        for (var round = 0; round < 5_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => atoms[random.Next(atoms.Length)]));

            var read = KeyStrings.TryParse(text, out var chord, out _, out var error);

            Assert.True(read == error is null, $"seed {seed}: {text}");
            _ = chord?.ToString();
        }
    }

    private static KeyMap Map(string json) => KeyMap.TryParse(Value.Parse(json), out var map, out var error) ? map : throw new FormatException(error);

    private static KeyChord Chord(string name) => KeyChord.Of(KeyNames.Parse(name));
}
