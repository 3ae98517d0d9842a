import { useText } from "#app/components/text.tsx";
import { type QrCode, QrPicture } from "#app/ui/qr-picture.tsx";

/** An address, whole, with its QR code. */
export type PrintedAddressData = { address: string; qr: QrCode };

/**
 * The end of a page on paper, and of nothing else: its address to type and to point a telephone at. `secret` for an address that opens what
 * only its owner may see.
 */
export function PrintedAddress({ printed, secret = false }: { printed: PrintedAddressData; secret?: boolean }) {
  const { t } = useText();
  return (
    <section className="hidden break-inside-avoid items-center gap-4 border border-line-strong p-3 paper:flex">
      <QrPicture qr={printed.qr} label={t("paper:printed.qr")} size="printed" />
      <div className="min-w-0">
        <p className="font-bold">{t(secret ? "paper:printed.secretTitle" : "paper:printed.title")}</p>
        <p className="font-mono break-all">{printed.address}</p>
        {secret && <p className="text-small">{t("paper:printed.secret")}</p>}
      </div>
    </section>
  );
}
