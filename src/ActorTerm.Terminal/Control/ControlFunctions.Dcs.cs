using System.Text;
using ActorTerm.Terminal.Modes;
using ActorTerm.Terminal.Replies;
using ActorTerm.Terminal.Styles;

namespace ActorTerm.Terminal.Control;

/// <summary>Device control strings: VT420 Programmer Reference, chapter 8; xterm ctlseqs, "Device-Control functions".</summary>
internal sealed partial class ControlFunctions
{
    public void DeviceControl(DeviceControlString dcs)
    {
        switch (dcs.Function)
        {
            case DeviceControls.RequestSetting: ReportSetting(dcs.Data); break;
            case DeviceControls.RequestCapability: ReportCapabilities(dcs.Data); break;
            case DeviceControls.RestorePresentation: RestorePresentation(dcs.Parameter, dcs.Data); break;
        }
    }

    /// <summary>DECRQSS: a setting as the sequence that would bring it about. What was asked for is never repeated.</summary>
    private void ReportSetting(ReadOnlySpan<byte> which)
    {
        var reply = new ReplyWriter(stackalloc byte[160]);
        reply.Add("\eP1$r"u8);
        if (AddSetting(which, ref reply))
        {
            reply.Add("\e\\"u8);
            Reply(reply.Bytes);
        }
        else
        {
            Reply("\eP0$r\e\\"u8);
        }
    }

    private bool AddSetting(ReadOnlySpan<byte> which, ref ReplyWriter reply)
    {
        var (top, bottom, left, right) = screen.Margins;
        switch (which)
        {
            case [(byte)'m']:                                                             // SGR
                RenditionReport.Add(screen.Rendition, ref reply);
                reply.AddByte((byte)'m');
                return true;
            case [(byte)'r']:                                                             // DECSTBM
                Pair(top, bottom, ref reply);
                reply.AddByte((byte)'r');
                return true;
            case [(byte)'s']:                                                             // DECSLRM
                Pair(left, right, ref reply);
                reply.AddByte((byte)'s');
                return true;
            case [(byte)'t']:                                                             // DECSLPP
                reply.AddNumber(Math.Max(24, screen.Rows));
                reply.AddByte((byte)'t');
                return true;
            case [(byte)'$', (byte)'|']:                                                  // DECSCPP
                reply.AddNumber(Modes.Is(TerminalMode.Columns132) ? 132 : 80);
                reply.Add("$|"u8);
                return true;
            case [(byte)'*', (byte)'|']:                                                  // DECSNLS
                reply.AddNumber(screen.Rows);
                reply.Add("*|"u8);
                return true;
            case [(byte)'*', (byte)'x']:                                                  // DECSACE
                reply.AddNumber(screen.ChangesRectangle ? 2 : 1);
                reply.Add("*x"u8);
                return true;
            case [(byte)' ', (byte)'q']:                                                  // DECSCUSR
                reply.AddNumber((int)Modes.CursorShape * 2 + (Modes.CursorBlinks ? 1 : 2));
                reply.Add(" q"u8);
                return true;
            case [(byte)'"', (byte)'q']:                                                  // DECSCA
                reply.AddNumber(screen.Rendition.IsProtected && !screen.IsIsoProtection ? 1 : 0);
                reply.Add("\"q"u8);
                return true;
            case [(byte)'"', (byte)'p']:                                                  // DECSCL
                reply.Add("64;1\"p"u8);
                return true;
            default:
                return false;
        }
    }

    private static void Pair(int first, int second, ref ReplyWriter reply)
    {
        reply.AddNumber(first);
        reply.AddByte((byte)';');
        reply.AddNumber(second);
    }

    /// <summary>XTGETTCAP: one answer for each name, hexadecimal as it was asked; an unknown one ends it.</summary>
    private void ReportCapabilities(ReadOnlySpan<byte> names)
    {
        foreach (var range in names.Split((byte)';'))
        {
            if (!Capabilities.TryFind(names[range], out var name, out var value))
            {
                Reply("\eP0+r\e\\"u8);
                return;
            }

            var answer = $"\eP1+r{Convert.ToHexString(Encoding.ASCII.GetBytes(name))}"
                + (value.Length > 0 ? $"={Convert.ToHexString(Encoding.ASCII.GetBytes(value))}" : "") + "\e\\";
            Reply(Encoding.ASCII.GetBytes(answer));
        }
    }
}
